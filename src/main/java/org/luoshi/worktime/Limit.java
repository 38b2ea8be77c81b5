package org.luoshi.worktime;

/**
 * How long somebody has.
 *
 * @param amount of the unit, at least 0; 0 working days means the same working day
 * @param fromNextDay true: the first day counted is the day after the start (the ordinary rule for days); ignored for hours
 */
public record Limit(int amount, LimitUnit unit, boolean fromNextDay) {

    public static Limit workingDays(int days) {
        return new Limit(days, LimitUnit.WORKING_DAYS, true);
    }

    public static Limit workingHours(int hours) {
        return new Limit(hours, LimitUnit.WORKING_HOURS, false);
    }

    public static Limit calendarDays(int days) {
        return new Limit(days, LimitUnit.CALENDAR_DAYS, true);
    }

    public static Limit months(int months) {
        return new Limit(months, LimitUnit.MONTHS, true);
    }
}
