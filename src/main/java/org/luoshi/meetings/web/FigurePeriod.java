package org.luoshi.meetings.web;

import java.time.LocalDate;
import java.util.List;

/** A period and how it is called. */
public record FigurePeriod(String key, LocalDate from, LocalDate to) {

    static FigurePeriod read(String from, String to, LocalDate today) {
        FigurePeriod usual = choices(today).get(0);
        if (from.isBlank() || to.isBlank()) {
            return usual;
        }
        LocalDate first = MeetingTyped.day("from", from);
        LocalDate last = MeetingTyped.day("to", to);
        return last.isBefore(first) ? usual : new FigurePeriod("own", first, last);
    }

    static List<FigurePeriod> choices(LocalDate today) {
        LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
        LocalDate month = today.withDayOfMonth(1);
        return List.of(
                new FigurePeriod("this-quarter", quarter, quarter.plusMonths(3).minusDays(1)),
                new FigurePeriod("last-quarter", quarter.minusMonths(3), quarter.minusDays(1)),
                new FigurePeriod("this-month", month, month.plusMonths(1).minusDays(1)),
                new FigurePeriod("this-year", today.withDayOfYear(1), today.withDayOfYear(today.lengthOfYear())),
                new FigurePeriod(
                        "last-year",
                        today.minusYears(1).withDayOfYear(1),
                        today.withDayOfYear(1).minusDays(1)));
    }
}
