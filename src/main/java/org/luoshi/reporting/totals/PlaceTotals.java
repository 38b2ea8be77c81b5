package org.luoshi.reporting.totals;

import org.luoshi.reporting.core.PlaceKey;

/**
 * The totals of one place.
 *
 * @param itself whether it is the place that was asked for and not one of its children: what it owes on its own
 */
public record PlaceTotals(long key, String name, boolean itself, Totals totals) {

    public int level() {
        return PlaceKey.level(key);
    }
}
