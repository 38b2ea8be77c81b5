package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * A version of the rules as it is typed.
 *
 * @param steps points by event, as "-0.5, -1, -2"; empty: the event does not count
 */
public record AssessmentRulesForm(
        String title,
        String validFrom,
        String base,
        Map<AssessmentEvent, String> steps,
        Map<AssessmentEvent, String> caps,
        String reason) {

    static AssessmentRulesForm of(AssessmentRules rules, LocalDate today) {
        Map<AssessmentEvent, String> steps = new EnumMap<>(AssessmentEvent.class);
        Map<AssessmentEvent, String> caps = new EnumMap<>(AssessmentEvent.class);
        rules.lines().forEach(line -> {
            steps.put(
                    line.event(),
                    line.steps().stream().map(BigDecimal::toPlainString).collect(Collectors.joining("，")));
            BigDecimal cap = line.cap();
            caps.put(line.event(), cap == null ? "" : cap.toPlainString());
        });
        return new AssessmentRulesForm(
                rules.title(), today.toString(), rules.base().toPlainString(), steps, caps, "");
    }

    static AssessmentRulesForm read(MultiValueMap<String, String> typed) {
        Map<AssessmentEvent, String> steps = new EnumMap<>(AssessmentEvent.class);
        Map<AssessmentEvent, String> caps = new EnumMap<>(AssessmentEvent.class);
        for (AssessmentEvent event : AssessmentEvent.values()) {
            steps.put(event, FiguresForm.text(typed.getFirst("steps-" + event)));
            caps.put(event, FiguresForm.text(typed.getFirst("cap-" + event)));
        }
        return new AssessmentRulesForm(
                FiguresForm.text(typed.getFirst("title")),
                FiguresForm.text(typed.getFirst("validFrom")),
                FiguresForm.text(typed.getFirst("base")),
                steps,
                caps,
                FiguresForm.text(typed.getFirst("reason")));
    }

    AssessmentRules rules() {
        List<RuleLine> lines = new ArrayList<>();
        for (AssessmentEvent event : AssessmentEvent.values()) {
            String written = steps.getOrDefault(event, "");
            if (!written.isEmpty()) {
                String cap = caps.getOrDefault(event, "");
                lines.add(new RuleLine(
                        event, steps(event, written), cap.isEmpty() ? null : FiguresTyped.number("cap-" + event, cap)));
            }
        }
        return new AssessmentRules(
                0,
                FiguresPeriod.day("validFrom", validFrom),
                title,
                FiguresTyped.number("base", base),
                lines,
                reason,
                "",
                Instant.EPOCH);
    }

    private static List<BigDecimal> steps(AssessmentEvent event, String written) {
        String field = "steps-" + event;
        return Arrays.stream(written.split("[,，、;；\\s]+"))
                .map(one -> FiguresTyped.number(field, one))
                .toList();
    }

    public String steps(AssessmentEvent event) {
        return steps.getOrDefault(event, "");
    }

    public String cap(AssessmentEvent event) {
        return caps.getOrDefault(event, "");
    }
}
