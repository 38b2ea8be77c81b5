package org.luoshi.worktime;

import java.time.LocalDate;
import org.luoshi.worktime.core.WorkingCalendar;

/** The national calendar that comes with the product, for work without a database. An office's own days are known to {@link WorktimeApi} only. */
public final class ShippedCalendar {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.shipped();

    private ShippedCalendar() {}

    /** The day this many working days after that day. */
    public static LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        return CALENDAR.plus(day, workingDays);
    }
}
