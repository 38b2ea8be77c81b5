package org.luoshi.worktime.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.worktime.core.SpecialDay;
import org.luoshi.worktime.core.WorkingCalendar;

/** A year as it hangs on the wall: twelve months, weeks from Monday. */
public record YearView(int year, boolean isAnnounced, int workingDays, List<Month> months) {

    /** What a cell is, besides its number. */
    public enum Mark {
        WORKING("working"),
        WEEKEND("weekend"),
        HOLIDAY("holiday"),
        MADE_UP("made-up");

        private final String shape;

        Mark(String shape) {
            this.shape = shape;
        }

        /** The name of its shape in the style sheet. */
        public String shape() {
            return shape;
        }
    }

    /** One month with the stretches of special days below it. */
    public record Month(int month, List<List<Cell>> weeks, List<Stretch> stretches, int workingDays) {}

    /** A day; without date before the first and after the last of the month. */
    public record Cell(@Nullable LocalDate date, Mark mark, String name, boolean isToday) {

        public int number() {
            return date == null ? 0 : date.getDayOfMonth();
        }

        public boolean isSpecial() {
            return mark == Mark.HOLIDAY || mark == Mark.MADE_UP;
        }
    }

    /** Days in a row that are special for the same reason. */
    public record Stretch(LocalDate from, LocalDate to, Mark mark, String name) {

        public boolean isOneDay() {
            return from.equals(to);
        }
    }

    static YearView of(WorkingCalendar calendar, int year, LocalDate today) {
        LocalDate eve = LocalDate.of(year, 1, 1).minusDays(1);
        return new YearView(
                year,
                calendar.isAnnounced(year),
                calendar.between(eve, LocalDate.of(year, 12, 31)),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(calendar, YearMonth.of(year, month), today))
                        .toList());
    }

    private static Month month(WorkingCalendar calendar, YearMonth month, LocalDate today) {
        List<Cell> cells = new ArrayList<>();
        for (int blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++) {
            cells.add(new Cell(null, Mark.WORKING, "", false));
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(cell(calendar, month.atDay(day), today));
        }
        while (cells.size() % 7 != 0) {
            cells.add(new Cell(null, Mark.WORKING, "", false));
        }
        List<List<Cell>> weeks = IntStream.range(0, cells.size() / 7)
                .mapToObj(week -> List.copyOf(cells.subList(week * 7, week * 7 + 7)))
                .toList();
        int working = calendar.between(month.atDay(1).minusDays(1), month.atEndOfMonth());
        return new Month(month.getMonthValue(), weeks, stretches(cells), working);
    }

    private static Cell cell(WorkingCalendar calendar, LocalDate day, LocalDate today) {
        SpecialDay special = calendar.specialOn(day).orElse(null);
        boolean working = calendar.isWorking(day);
        Mark mark = special == null
                ? (working ? Mark.WORKING : Mark.WEEKEND)
                : (working ? (special.isMadeUp() ? Mark.MADE_UP : Mark.WORKING) : Mark.HOLIDAY);
        return new Cell(day, mark, special == null ? "" : special.name(), day.equals(today));
    }

    private static List<Stretch> stretches(List<Cell> cells) {
        List<Stretch> stretches = new ArrayList<>();
        for (Cell cell : cells) {
            LocalDate date = cell.date();
            if (date == null || cell.name().isEmpty()) {
                continue;
            }
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null
                    && last.mark() == cell.mark()
                    && last.name().equals(cell.name())
                    && last.to().plusDays(1).equals(date)) {
                stretches.set(stretches.size() - 1, new Stretch(last.from(), date, last.mark(), last.name()));
            } else {
                stretches.add(new Stretch(date, date, cell.mark(), cell.name()));
            }
        }
        return stretches;
    }
}
