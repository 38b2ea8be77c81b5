package org.luoshi.reporting.filling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.Regime;

/** What a good link opens: one unit in one regime, until an instant. */
public record LinkVisit(Regime regime, Place place, String fullName, Instant endsAt) {

    /** The last day on which it opens. */
    public LocalDate lastDay(ZoneId zone) {
        return LocalDate.ofInstant(endsAt, zone).minusDays(1);
    }
}
