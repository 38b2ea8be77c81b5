package org.luoshi.worktime;

/** What a limit counts. */
public enum LimitUnit {
    WORKING_DAYS,
    WORKING_HOURS,
    CALENDAR_DAYS,
    MONTHS
}
