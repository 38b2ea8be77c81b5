package org.luoshi.obligations.core;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.obligations.Obligation;
import org.luoshi.organization.Unit;

/**
 * What falls due in some days, unit by unit in the official order.
 *
 * @param shown fewer than {@code total} where a page would be too long
 */
public record Upcoming(Range range, LocalDate from, LocalDate to, int total, int shown, List<OfUnit> units) {

    /** The days people ask about. */
    public enum Range {
        TODAY,
        TOMORROW,
        WEEK
    }

    /** One unit; nothing due is an answer too. */
    public record OfUnit(Unit unit, List<Obligation> obligations) {}
}
