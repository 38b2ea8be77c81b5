package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    public Optional<RuleLine> line(AssessmentEvent event) {
        return lines.stream().filter(line -> line.event() == event).findFirst();
    }
}
