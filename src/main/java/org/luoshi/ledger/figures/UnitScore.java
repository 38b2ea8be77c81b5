package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A unit's score of a year with everything it comes from. */
public record UnitScore(NamedLine unit, BigDecimal base, BigDecimal points, List<ScoreEntry> entries, int rules) {

    public long count(AssessmentEvent event) {
        return entries.stream()
                .filter(entry -> entry.event() == event && entry.nth() > 0)
                .count();
    }

    /** How many events count; those that an objection took out do not. */
    int counting() {
        return (int) entries.stream().filter(entry -> entry.nth() > 0).count();
    }

    /** 97.5, 100: without noughts behind the point. */
    public String written() {
        return points.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
