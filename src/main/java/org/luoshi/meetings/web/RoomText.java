package org.luoshi.meetings.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.luoshi.meetings.venue.Booking;
import org.luoshi.platform.Page;

/** Says in words for how long a room is taken. */
public final class RoomText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private RoomText() {}

    /** 9月2日 周三 08:30–10:45; with the last day where it is another one. */
    public static String span(Page page, Booking booking) {
        ZonedDateTime from = booking.takenFrom().atZone(page.zone());
        return page.day(from.toLocalDate()) + " " + hours(page, booking);
    }

    /** The same without the first day. */
    public static String hours(Page page, Booking booking) {
        ZonedDateTime from = booking.takenFrom().atZone(page.zone());
        ZonedDateTime to = booking.takenUntil().atZone(page.zone());
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        return CLOCK.format(from) + "–" + (oneDay ? "" : page.day(to.toLocalDate()) + " ") + CLOCK.format(to);
    }
}
