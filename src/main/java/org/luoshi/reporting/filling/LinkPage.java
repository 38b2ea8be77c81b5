package org.luoshi.reporting.filling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.Regime;

/**
 * The units below a place that a regime asks, with their links.
 *
 * @param place null for the whole tree
 * @param above places on the way down that this person may make links for
 * @param children where to go further down
 * @param without how many units below it have neither people here nor a link; at most one more than are made at once
 * @param next the key after which the next page begins; null on the last
 * @param lastDay until when a link opens where nobody says earlier
 */
public record LinkPage(
        Regime regime,
        @Nullable Place place,
        List<Place> above,
        List<Place> children,
        List<LinkUnit> units,
        int without,
        @Nullable Long next,
        LocalDate lastDay) {

    public long node() {
        return place == null ? 0 : place.key();
    }

    /** More than are made at once: to be made further down. */
    public boolean tooMany() {
        return without > ReportLinks.MOST_AT_ONCE;
    }

    public String address() {
        return "/reporting/links/" + regime.key();
    }
}
