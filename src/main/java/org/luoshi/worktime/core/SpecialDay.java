package org.luoshi.worktime.core;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** A day that is not what its weekday says, or that bears a name. */
public record SpecialDay(LocalDate date, Layer layer, DayKind kind, String name) {

    boolean isWorking() {
        return kind == DayKind.WORKING;
    }

    /** A working day on a weekend. */
    public boolean isMadeUp() {
        return isWorking() && isWeekend(date);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
