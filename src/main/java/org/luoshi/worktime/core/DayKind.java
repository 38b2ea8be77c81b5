package org.luoshi.worktime.core;

/** What a special day is, against what its weekday says. */
public enum DayKind {
    HOLIDAY,
    WORKING
}
