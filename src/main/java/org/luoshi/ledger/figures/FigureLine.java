package org.luoshi.ledger.figures;

import java.util.Map;

/** A line of a table of figures. */
public record FigureLine(NamedLine line, Map<Measure, FigureSum> sums) {

    private static final NamedLine TOTAL = new NamedLine("", "", null, false);

    static FigureLine all(Map<Measure, FigureSum> sums) {
        return new FigureLine(TOTAL, sums);
    }

    public FigureSum of(Measure measure) {
        return sums.getOrDefault(measure, FigureSum.NONE);
    }

    public String written(Indicator indicator) {
        return indicator.written(sums);
    }

    /** All lines together. */
    public boolean isTotal() {
        return line == TOTAL;
    }
}
