package org.luoshi.reporting.offline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.totals.TotalsScene;

/**
 * The units at or below a place for which forms are made.
 *
 * @param silent how many have not reported; at most one more than are made at once
 * @param next the key after which the next page begins; null on the last
 * @param lastDay until when a form made now may come back
 */
public record OfflineList(
        TotalsScene scene,
        List<OfflineUnit> units,
        int silent,
        @Nullable Long next,
        LocalDate lastDay) {

    public boolean tooMany() {
        return silent > OfflineForms.MOST_AT_ONCE;
    }
}
