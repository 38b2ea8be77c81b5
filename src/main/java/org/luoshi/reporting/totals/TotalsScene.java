package org.luoshi.reporting.totals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;

/**
 * Which figures somebody looks at: a round, a place, and the way down to it as far as this person may go.
 *
 * @param name of the place; empty for the whole tree
 * @param above places on the way down that this person may see, from the top
 * @param top the highest place this person may see; {@link PlaceKey#ALL} for those who see all
 * @param periods rounds up to today, newest first
 * @param isPast whether the instant has passed
 * @param office whether this person registers and watches for the office
 * @param reporter whether this person reports here for any unit
 */
public record TotalsScene(
        OpenRound open,
        long node,
        String name,
        List<Place> above,
        long top,
        List<LocalDate> periods,
        Instant now,
        boolean isPast,
        boolean office,
        boolean reporter) {

    public boolean isAll() {
        return node == PlaceKey.ALL;
    }

    public LocalDate period() {
        return open.round().period();
    }

    /** The last hour and after. */
    public boolean isNear() {
        return now.isAfter(open.round().due().minus(TotalsScenes.NEAR));
    }

    /** Address of a page about this round: {@code page} is totals, silent or reports. */
    public String address(String page) {
        return "/reporting/" + page + "/" + open.regime().key() + "/" + period();
    }

    public String address(String page, long place) {
        return address(page) + "?place=" + place;
    }
}
