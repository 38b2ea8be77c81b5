package org.luoshi.branch.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Payer;

/**
 * One band of what dues are worked out from, for a month. The rate of a band applies to the whole, so the amount jumps at its end.
 *
 * @param above what the base is more than; null for the first band
 * @param upTo the highest base in it; null for the last band
 * @param least the smallest amount that this band can come to
 * @param most the largest; null for the last band
 * @param justAbove what one cent more than {@code upTo} comes to; null for the last band
 */
public record DuesBand(
        Payer payer,
        int index,
        @Nullable BigDecimal above,
        @Nullable BigDecimal upTo,
        BigDecimal percent,
        BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable BigDecimal justAbove) {

    /** True where an amount for so many months can come from this band. */
    public boolean allows(BigDecimal amount, int months) {
        BigDecimal times = BigDecimal.valueOf(months);
        return amount.compareTo(least.multiply(times)) >= 0
                && (most == null || amount.compareTo(most.multiply(times)) <= 0);
    }
}
