package org.luoshi.ledger.figures;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LedgerError;

/** From the first day to the last one, both included. */
public record FiguresPeriod(LocalDate from, LocalDate to) {

    /** Longer ones are not asked for. */
    private static final int MOST_YEARS = 10;

    /** What lies outside was mistyped. */
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    public FiguresPeriod {
        if (to.isBefore(from)
                || from.isBefore(FIRST)
                || to.isAfter(LAST)
                || from.plusYears(MOST_YEARS).isBefore(to)) {
            throw FiguresError.PERIOD.with(Map.of("field", "to", "years", MOST_YEARS));
        }
    }

    static FiguresPeriod read(String from, String to, LocalDate today) {
        if (from.isBlank() && to.isBlank()) {
            return ofYear(today.getYear());
        }
        return new FiguresPeriod(day("from", from), day("to", to));
    }

    static LocalDate day(String field, String typed) {
        LocalDate day = parsed(typed);
        if (day == null || day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw LedgerError.NOT_A_DATE.with(Map.of("field", field, "value", typed, "date", typed));
        }
        return day;
    }

    private static @Nullable LocalDate parsed(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static FiguresPeriod ofYear(int year) {
        if (year < FIRST.getYear() || year > LAST.getYear()) {
            throw FiguresError.PERIOD.with(Map.of("field", "year", "years", MOST_YEARS));
        }
        return new FiguresPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static FiguresPeriod ofMonth(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return new FiguresPeriod(first, first.plusMonths(1).minusDays(1));
    }

    static FiguresPeriod ofQuarter(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        return new FiguresPeriod(first, first.plusMonths(3).minusDays(1));
    }

    /** The first instant. */
    Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant behind it. */
    Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** First day of the first whole month in it. */
    LocalDate firstMonth() {
        return from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
    }

    /** First day behind the last whole month in it; not after {@link #firstMonth()} where there is none. */
    LocalDate behindLastMonth() {
        return to.plusDays(1).withDayOfMonth(1);
    }

    boolean hasWholeMonth() {
        return firstMonth().isBefore(behindLastMonth());
    }

    boolean isWholeMonths() {
        return hasWholeMonth() && from.equals(firstMonth()) && to.plusDays(1).equals(behindLastMonth());
    }

    /** Every month that it touches, as {@code 2026-03}. */
    List<String> months() {
        List<String> months = new ArrayList<>();
        for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
            months.add(month.toString().substring(0, 7));
        }
        return months;
    }
}
