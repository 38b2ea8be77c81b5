package org.luoshi.reporting.core;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** How often a regime asks. A period is named by its day. */
public enum Rhythm {
    /** The first day only. */
    ONCE,
    DAILY,
    /** Working days of the office's calendar, make-up Saturdays included. */
    WORKDAYS,
    /** Mondays and the first day. */
    WEEKLY,
    /** The first of the month and the first day. */
    MONTHLY;

    /** Whether a regime that begins on {@code first} asks for this day. */
    public boolean asksOn(LocalDate day, LocalDate first, Predicate<LocalDate> isWorkingDay) {
        if (day.isBefore(first)) {
            return false;
        }
        return switch (this) {
            case ONCE -> day.equals(first);
            case DAILY -> true;
            case WORKDAYS -> isWorkingDay.test(day);
            case WEEKLY -> day.equals(first) || day.getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTHLY -> day.equals(first) || day.getDayOfMonth() == 1;
        };
    }
}
