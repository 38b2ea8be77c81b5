package org.luoshi.reporting.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.totals.Totals;
import org.luoshi.reporting.totals.TotalsScene;

/**
 * The reports at or below a place as a level looks at them.
 *
 * @param next the key to go on after; null on the last page
 */
public record ReviewPage(
        TotalsScene scene,
        Totals totals,
        ReviewChoice choice,
        List<ReviewRow> rows,
        @Nullable Long next) {

    public int count(ReviewChoice.Shown shown) {
        return switch (shown) {
            case UNREVIEWED -> totals.unreviewed();
            case QUESTIONED -> totals.questioned();
            case CONFIRMED -> totals.confirmed();
        };
    }
}
