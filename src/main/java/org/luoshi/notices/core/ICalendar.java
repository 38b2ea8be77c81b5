package org.luoshi.notices.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.CalendarEntry;

/** Writes a calendar as RFC 5545 wants it: instants in UTC, lines of 75 octets, no alarms (the reader's program decides about those). */
final class ICalendar {

    private static final int LINE = 75;
    private static final String END_OF_LINE = "\r\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final String site;
    private final ZoneId zone;

    private ICalendar(String site, ZoneId zone) {
        this.site = site;
        this.zone = zone;
    }

    /**
     * The whole file.
     *
     * @param site where the addresses of the entries lead, without a slash at the end
     * @param zone whose days all-day entries mean
     */
    static String write(String name, Duration refresh, String site, ZoneId zone, List<CalendarEntry> entries) {
        ICalendar calendar = new ICalendar(site, zone);
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Luoshi//Luoshi//ZH");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("NAME", escaped(name));
        calendar.line("X-WR-CALNAME", escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", refresh.toString());
        calendar.line("X-PUBLISHED-TTL", refresh.toString());
        entries.forEach(calendar::event);
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    /**
     * An invitation to one appointment (RFC 5546), which calendar programs answer by mail to the organizer; where it is called off, a
     * cancellation.
     *
     * @param organizer mail address
     * @param attendee mail address of who is invited; null where it is not known
     */
    static String invitation(
            CalendarEntry entry, String organizer, @Nullable String attendee, String site, ZoneId zone) {
        ICalendar calendar = new ICalendar(site, zone);
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Luoshi//Luoshi//ZH");
        calendar.line("METHOD", entry.cancelled() ? "CANCEL" : "REQUEST");
        calendar.line("BEGIN", "VEVENT");
        calendar.line("ORGANIZER", "mailto:" + address(organizer));
        if (attendee != null && !attendee.isBlank()) {
            calendar.line(
                    "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE", "mailto:" + address(attendee));
        }
        calendar.lines(entry);
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    private static String address(String mail) {
        return writable(mail).replace("\n", "").strip();
    }

    private void event(CalendarEntry entry) {
        line("BEGIN", "VEVENT");
        lines(entry);
    }

    private void lines(CalendarEntry entry) {
        line("UID", escaped(entry.uid()));
        line("SEQUENCE", String.valueOf(entry.sequence()));
        line("DTSTAMP", INSTANT.format(entry.changedAt()));
        line("LAST-MODIFIED", INSTANT.format(entry.changedAt()));
        when(entry);
        line("SUMMARY", escaped(entry.summary()));
        lineIfAny("DESCRIPTION", entry.description());
        lineIfAny("LOCATION", entry.place());
        line("URL", writable(site + entry.href()).replace("\n", ""));
        line("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED");
        line("END", "VEVENT");
    }

    /** The end of an all-day entry is the day after its last, and such an entry leaves the hours of the day free. */
    private void when(CalendarEntry entry) {
        Instant end = entry.end();
        if (entry.allDay()) {
            line("DTSTART;VALUE=DATE", DAY.format(day(entry.start())));
            line(
                    "DTEND;VALUE=DATE",
                    DAY.format(day(end == null ? entry.start() : end).plusDays(1)));
            line("TRANSP", "TRANSPARENT");
            return;
        }
        line("DTSTART", INSTANT.format(entry.start()));
        if (end != null) {
            line("DTEND", INSTANT.format(end));
        }
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private void lineIfAny(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line(name, escaped(value));
        }
    }

    /** A content line, folded between characters: what goes on in the next line starts with one blank that counts as well. */
    private void line(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            int character = line.codePointAt(i);
            int size = octets(character);
            if (octets + size > LINE) {
                text.append(END_OF_LINE).append(' ');
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += size;
        }
        text.append(END_OF_LINE);
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    private static String escaped(String value) {
        return writable(value)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Without what a calendar cannot hold: control characters and halves of characters. */
    private static String writable(String value) {
        StringBuilder kept = new StringBuilder(value.length());
        value.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(character -> character == '\n' || character == '\t' || !Character.isISOControl(character))
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
