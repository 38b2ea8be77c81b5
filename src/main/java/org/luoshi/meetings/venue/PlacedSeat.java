package org.luoshi.meetings.venue;

import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.platform.Page;

/**
 * A seat with who sits on it.
 *
 * @param number from the left, seen from the hall; the first is 1
 * @param who null where it is free
 */
public record PlacedSeat(
        boolean head, int row, int number, @Nullable Attendee who) {

    public boolean isFree() {
        return who == null;
    }

    /** The seat as it is kept: {@code H1-3} at the head table, {@code 5-12} in the hall. */
    public String code() {
        return (head ? "H" : "") + row + "-" + number;
    }

    /** The seat in the reader's words. */
    public String label(Page page) {
        return label(code(), page);
    }

    /** A kept seat in the reader's words; nothing for none. */
    public static String label(String code, Page page) {
        if (code.isEmpty()) {
            return "";
        }
        boolean head = code.startsWith("H");
        String[] parts = (head ? code.substring(1) : code).split("-");
        return page.t(
                head ? "meetings.venue.seat.head" : "meetings.venue.seat.hall", "row", parts[0], "seat", parts[1]);
    }
}
