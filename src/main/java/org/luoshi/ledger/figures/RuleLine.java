package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the assessment.
 *
 * @param steps points of the first, the second, … event of this kind in the year; the last one holds for all that follow
 * @param cap the most that all of them together can take or give in the year, without sign; null: no cap
 */
public record RuleLine(
        AssessmentEvent event,
        List<BigDecimal> steps,
        @Nullable BigDecimal cap) {

    static final int MOST_STEPS = 12;

    public RuleLine {
        steps = List.copyOf(steps);
    }

    /** The n-th counts as the n-th: the first event has the first step. */
    BigDecimal points(int nth) {
        return steps.get(Math.min(nth, steps.size()) - 1);
    }

    /** -0.5、-1、-2: the points in their order. */
    public String written() {
        return steps.stream().map(BigDecimal::toPlainString).collect(Collectors.joining("、"));
    }
}
