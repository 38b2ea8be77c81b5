package org.luoshi.ledger.figures;

import java.util.Map;

/** A line of a table of figures. */
public record FigureLine(NamedLine line, Map<Measure, FigureSum> sums) {

    public FigureSum of(Measure measure) {
        return sums.getOrDefault(measure, FigureSum.NONE);
    }

    public String written(Indicator indicator) {
        return indicator.written(sums);
    }

    public boolean isEmpty() {
        return sums.values().stream().allMatch(sum -> sum.counted() == 0);
    }
}
