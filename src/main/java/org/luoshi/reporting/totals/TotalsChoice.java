package org.luoshi.reporting.totals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to see the totals, as it stands in the address.
 *
 * @param compare empty, {@code before}, {@code week} or a day
 * @param fill {@code last} to see what the silent units said last beside the figures
 */
public record TotalsChoice(
        @Nullable String compare,
        @Nullable String fill,
        @Nullable UUID grouping) {

    /** Compare with the round before. */
    public static final String BEFORE = "before";

    /** Compare with the round a week ago. */
    public static final String WEEK = "week";

    public boolean isCompared() {
        return compare != null && !compare.isBlank();
    }

    public boolean isFilled() {
        return "last".equals(fill);
    }

    public String comparing() {
        return compare == null ? "" : compare;
    }

    /** To be appended to an address that has parameters already. */
    public String query() {
        return (isCompared() ? "&compare=" + compare : "") + (isFilled() ? "&fill=last" : "");
    }
}
