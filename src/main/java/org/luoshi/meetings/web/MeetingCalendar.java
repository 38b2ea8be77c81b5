package org.luoshi.meetings.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.meetings.core.Meeting;

/** A month in weeks from Monday on, each day with what is held on it. */
public record MeetingCalendar(YearMonth month, List<List<Day>> weeks) {

    /** @param inMonth false for the days of the neighbours that fill the first and the last week */
    public record Day(LocalDate date, boolean inMonth, boolean working, List<Meeting> meetings) {}

    /** Asks whether a day is worked. */
    @FunctionalInterface
    interface Working {
        boolean on(LocalDate day);
    }

    static YearMonth sane(String typed, LocalDate today) {
        try {
            YearMonth month = YearMonth.parse(typed);
            return month.getYear() < 1990 || month.getYear() > 2199 ? YearMonth.from(today) : month;
        } catch (DateTimeException noMonth) {
            return YearMonth.from(today);
        }
    }

    static LocalDate first(YearMonth month) {
        LocalDate first = month.atDay(1);
        return first.minusDays(first.getDayOfWeek().getValue() - 1L);
    }

    static LocalDate last(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return last.plusDays(7L - last.getDayOfWeek().getValue());
    }

    static MeetingCalendar of(YearMonth month, List<Meeting> meetings, ZoneId zone, Working working) {
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate day = first(month); !day.isAfter(last(month)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() == 1) {
                weeks.add(new ArrayList<>());
            }
            LocalDate date = day;
            weeks.get(weeks.size() - 1)
                    .add(new Day(
                            date,
                            YearMonth.from(date).equals(month),
                            working.on(date),
                            meetings.stream()
                                    .filter(one -> one.day(zone).equals(date))
                                    .toList()));
        }
        return new MeetingCalendar(month, weeks);
    }
}
