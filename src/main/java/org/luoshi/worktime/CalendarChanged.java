package org.luoshi.worktime;

/** The working days of a year are not what they were: rooms derive anew what they derived for that year. */
public record CalendarChanged(int year) {}
