package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The indicators of domain/supervision.md 1.7, in the order in which they stand; quality stands beside the on-time rate. */
public enum Indicator {
    ISSUED(Measure.ISSUED, Form.COUNT),
    FILED(Measure.FILED, Form.COUNT),
    CLOSED(Measure.CLOSED, Form.COUNT),
    CLOSE_RATE(Measure.FILED, Form.RATE),
    ON_TIME_RATE(Measure.PART_DUE, Form.RATE),
    OVERDUE_DAYS(Measure.PART_DUE, Form.SUM),
    RETURN_RATE(Measure.REVIEWED, Form.RATE),
    EXTENSIONS(Measure.EXTENDED, Form.COUNT),
    EXTENSION_RATE(Measure.LENGTHENED, Form.RATE),
    VISITS(Measure.VISITED, Form.COUNT),
    RELAPSES(Measure.VISITED, Form.HITS),
    SIGN_RATE(Measure.SIGN_DUE, Form.RATE),
    REPORT_RATE(Measure.REPORT_DUE, Form.RATE),
    DURATION(Measure.CLOSED, Form.AVERAGE),
    WORD_RATE(Measure.LEADER_SAID, Form.RATE);

    /** How a figure is made from the facts of a measure. */
    enum Form {
        COUNT,
        HITS,
        RATE,
        SUM,
        AVERAGE
    }

    /** What a rate reads at least where there is any, and at most where one is missing. */
    private static final BigDecimal LEAST_OF_SOME = new BigDecimal("0.1");

    private static final BigDecimal MOST_OF_SOME = new BigDecimal("99.9");

    private final Measure measure;
    private final Form form;

    Indicator(Measure measure, Form form) {
        this.measure = measure;
        this.form = form;
    }

    public Measure measure() {
        return measure;
    }

    Form form() {
        return form;
    }

    public boolean isRate() {
        return form == Form.RATE;
    }

    /** Which rows stand behind the figure, or below the line of a rate. */
    public Side side() {
        return switch (form) {
            case COUNT, SUM, AVERAGE -> Side.ALL;
            case HITS -> Side.HIT;
            case RATE -> Side.JUDGED;
        };
    }

    /** Null where there is nothing to divide by: missing is not zero. */
    public @Nullable BigDecimal value(Map<Measure, FigureSum> sums) {
        FigureSum sum = sums.getOrDefault(measure, FigureSum.NONE);
        return switch (form) {
            case COUNT -> BigDecimal.valueOf(sum.counted());
            case HITS -> BigDecimal.valueOf(sum.hit());
            case SUM -> sum.amount().setScale(0, RoundingMode.HALF_UP);
            case RATE -> sum.judged() == 0 ? null : share(sum.hit(), sum.judged());
            case AVERAGE ->
                sum.counted() == 0
                        ? null
                        : sum.amount().divide(BigDecimal.valueOf(sum.counted()), 1, RoundingMode.HALF_UP);
        };
    }

    /** Rounded half up, but 2,999 of 3,000 are not all, and 1 of 3,000 is not none. */
    private static BigDecimal share(long part, long whole) {
        BigDecimal rounded = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        if (part == 0 || part == whole) {
            return rounded;
        }
        return rounded.max(LEAST_OF_SOME).min(MOST_OF_SOME);
    }

    /** As it is written: 83.3% · 12 · 4.5 · —. */
    public String written(Map<Measure, FigureSum> sums) {
        BigDecimal value = value(sums);
        if (value == null) {
            return "—";
        }
        return isRate() ? value.toPlainString() + "%" : value.toPlainString();
    }
}
