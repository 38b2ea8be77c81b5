package org.luoshi.ledger.figures;

import java.math.BigDecimal;

/**
 * How many facts of one measure there are.
 *
 * @param judged those that are hit or miss
 * @param amount added up
 */
public record FigureSum(long counted, long judged, long hit, BigDecimal amount) {

    static final FigureSum NONE = new FigureSum(0, 0, 0, BigDecimal.ZERO);

    FigureSum plus(FigureSum other) {
        return new FigureSum(counted + other.counted, judged + other.judged, hit + other.hit, amount.add(other.amount));
    }
}
