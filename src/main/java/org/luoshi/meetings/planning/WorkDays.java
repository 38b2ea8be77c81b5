package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;

/** Working days numbered in a row, so that plans count and never look at a calendar twice. The first one from {@code from} on is 0. */
public final class WorkDays {

    private final LocalDate[] days;

    /** Working days between two days, both included. */
    public WorkDays(LocalDate from, LocalDate to, Predicate<LocalDate> works) {
        days = from.datesUntil(to.plusDays(1)).filter(works).toArray(LocalDate[]::new);
    }

    public int count() {
        return days.length;
    }

    public LocalDate day(int number) {
        if (number < 0) {
            return days.length == 0 ? LocalDate.MIN : days[0].plusDays(number);
        }
        return days[Math.min(number, days.length - 1)];
    }

    /** The number of this day, or of the last working day before it; below 0 where that lies before the first one. */
    public int at(LocalDate day) {
        int found = Arrays.binarySearch(days, day);
        return found >= 0 ? found : -found - 2;
    }

    public boolean works(LocalDate day) {
        return Arrays.binarySearch(days, day) >= 0;
    }
}
