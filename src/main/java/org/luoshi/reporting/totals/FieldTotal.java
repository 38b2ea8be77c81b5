package org.luoshi.reporting.totals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.ReportField;

/**
 * What one field adds up to over the units of a place.
 *
 * @param sum over the units that know it; nought says nothing where nobody does
 * @param known units that gave a number, a signed zero among them
 * @param unknown units that reported and do not know it yet
 */
public record FieldTotal(ReportField field, BigDecimal sum, int known, int unknown) {

    /** The figure, and null where no unit gave one: what is missing is never zero. */
    public @Nullable BigDecimal figure() {
        return known == 0 ? null : sum;
    }

    FieldTotal plus(FieldTotal other) {
        return new FieldTotal(field, sum.add(other.sum), known + other.known, unknown + other.unknown);
    }
}
