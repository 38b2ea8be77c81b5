package org.luoshi.reporting.totals;

import java.math.BigDecimal;

/** What silent units said last to a field, and how many of them that is. */
public record FilledField(BigDecimal sum, int units) {

    FilledField plus(FilledField other) {
        return new FilledField(sum.add(other.sum), units + other.units);
    }
}
