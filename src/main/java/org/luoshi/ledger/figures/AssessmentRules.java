package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A version of the rules by which units are assessed. Versions are added, never changed. */
public record AssessmentRules(
        int version,
        LocalDate validFrom,
        String title,
        BigDecimal base,
        List<RuleLine> lines,
        String reason,
        String madeBy,
        Instant madeAt) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);
    private static final int MOST_DECIMALS = 2;

    /** Refused: numbers that no rule should have, and an event with two rules. */
    void requireNumbers() {
        requireNumber("base", base);
        Set<AssessmentEvent> events = EnumSet.noneOf(AssessmentEvent.class);
        for (RuleLine line : lines) {
            String field = "steps-" + line.event();
            int steps = line.steps().size();
            if (!events.add(line.event()) || steps == 0 || steps > RuleLine.MOST_STEPS) {
                throw FiguresError.NUMBER.with(Map.of("field", field, "value", steps));
            }
            line.steps().forEach(step -> requireNumber(field, step));
            requireCap("cap-" + line.event(), line.cap());
        }
    }

    private static void requireCap(String field, @Nullable BigDecimal cap) {
        if (cap != null) {
            requireNumber(field, cap);
            if (cap.signum() < 0) {
                throw FiguresError.NUMBER.with(Map.of("field", field, "value", cap));
            }
        }
    }

    private static void requireNumber(String field, BigDecimal number) {
        if (number.abs().compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw FiguresError.NUMBER.with(Map.of("field", field, "value", number.toString()));
        }
    }

    public Optional<RuleLine> line(AssessmentEvent event) {
        return lines.stream().filter(line -> line.event() == event).findFirst();
    }
}
