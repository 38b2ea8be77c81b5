package org.luoshi.worktime.core;

import java.time.LocalDate;
import java.util.List;

/**
 * What loading a year would change, before it is done.
 *
 * @param days special days the announcement sets
 * @param changes days that would be worked or free, or be named, other than now
 * @param revision the calendar it was compared with; the confirmation carries it
 */
public record ImportPlan(int year, int days, List<Change> changes, long revision) {

    /** One day before and after. Names are empty for ordinary days. */
    public record Change(LocalDate date, boolean wasWorking, String nameBefore, boolean isWorking, String nameAfter) {}
}
