package org.luoshi.ledger.figures;

/**
 * A figure as a bulletin gives it.
 *
 * @param written as it is read; "—" where there is nothing to divide by
 * @param part above the line of a rate, else what was counted
 * @param whole below the line of a rate, else the same as {@code part}
 */
public record FrozenCell(Indicator indicator, String written, long part, long whole) {

    static FrozenCell of(Indicator indicator, FigureLine line) {
        FigureSum sum = line.of(indicator.measure());
        return indicator.isRate()
                ? new FrozenCell(indicator, line.written(indicator), sum.hit(), sum.judged())
                : new FrozenCell(indicator, line.written(indicator), sum.counted(), sum.counted());
    }

    /** 83.3% (5/6), or the number alone. */
    public String told() {
        return indicator.isRate() && whole > 0 ? written + "（" + part + "/" + whole + "）" : written;
    }
}
