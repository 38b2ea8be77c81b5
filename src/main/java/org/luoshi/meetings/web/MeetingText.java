package org.luoshi.meetings.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.platform.Page;

/** Says in words what a meeting holds as figures. */
public final class MeetingText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private MeetingText() {}

    /** 3月6日 周五 09:00–11:00; with the last day where it is another one. */
    public static String when(Page page, Meeting meeting) {
        ZonedDateTime from = meeting.startsAt().atZone(page.zone());
        ZonedDateTime to = meeting.endsAt().atZone(page.zone());
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        String end = oneDay ? "" : page.day(to.toLocalDate()) + " ";
        return page.day(from.toLocalDate()) + " " + CLOCK.format(from) + "–" + end + CLOCK.format(to);
    }

    /** 09:00–09:20. */
    public static String span(Page page, Instant from, Instant to) {
        return CLOCK.format(from.atZone(page.zone())) + "–" + CLOCK.format(to.atZone(page.zone()));
    }

    public static String clock(Page page, Meeting meeting) {
        return CLOCK.format(meeting.startsAt().atZone(page.zone()));
    }

    /** Minutes of people as hours with at most one decimal. */
    public static String hours(long minutes) {
        return minutes % 60 == 0
                ? String.format(Locale.ROOT, "%,d", minutes / 60)
                : String.format(Locale.ROOT, "%,.1f", minutes / 60.0);
    }
}
