package org.luoshi.ledger.core;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;

/** The periods of a feedback cycle and the day on which each is due. */
final class Periods {

    private Periods() {}

    /** A period by its key (2026-W10, 2026-03-1, 2026-03, 2026-Q1) and the day its report is due. */
    record Period(String key, LocalDate due) {}

    /**
     * All due days from one day to another, both included.
     *
     * @param day weekly: day of the week 1–7 (default Friday); monthly: by this day of the month (default 5, shorter months end earlier);
     *     half-monthly: the 15th and the last day; quarterly: by this day of the month after the quarter (default 10)
     */
    static List<Period> between(Cycle cycle, @Nullable Integer day, LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        switch (cycle) {
            case ONCE -> {}
            case WEEKLY -> {
                DayOfWeek weekday = DayOfWeek.of(day == null ? 5 : day);
                for (LocalDate due = from.with(TemporalAdjusters.nextOrSame(weekday));
                        !due.isAfter(to);
                        due = due.plusWeeks(1)) {
                    periods.add(new Period(
                            "%d-W%02d"
                                    .formatted(
                                            due.get(IsoFields.WEEK_BASED_YEAR),
                                            due.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                            due));
                }
            }
            case HALF_MONTHLY -> {
                for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
                    add(periods, monthKey(month) + "-1", month.withDayOfMonth(15), from, to);
                    add(periods, monthKey(month) + "-2", month.with(TemporalAdjusters.lastDayOfMonth()), from, to);
                }
            }
            case MONTHLY -> {
                for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
                    int last = month.lengthOfMonth();
                    add(
                            periods,
                            monthKey(month),
                            month.withDayOfMonth(Math.min(day == null ? 5 : day, last)),
                            from,
                            to);
                }
            }
            case QUARTERLY -> {
                LocalDate quarter =
                        from.with(from.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
                for (; !quarter.isAfter(to); quarter = quarter.plusMonths(3)) {
                    LocalDate due = quarter.withDayOfMonth(day == null ? 10 : Math.min(day, 28));
                    LocalDate reported = quarter.minusMonths(1);
                    add(periods, reported.getYear() + "-Q" + reported.get(IsoFields.QUARTER_OF_YEAR), due, from, to);
                }
            }
        }
        return periods;
    }

    private static String monthKey(LocalDate month) {
        return "%d-%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static void add(List<Period> periods, String key, LocalDate due, LocalDate from, LocalDate to) {
        if (!due.isBefore(from) && !due.isAfter(to)) {
            periods.add(new Period(key, due));
        }
    }
}
