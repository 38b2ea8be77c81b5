package org.luoshi.branch.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a duty stands; computed from what happened and the day, never stored, and never a score. */
public enum DutyState {
    MET,
    MET_LATE,
    EXCUSED,
    OPEN,
    OVERDUE,
    NOT_APPLICABLE;

    /**
     * Of a duty to be done by the end of a day.
     *
     * @param metOn when it was done; null: not yet
     * @param due the last day in time
     * @param asked false where it is not asked of this subject: a member in care
     */
    public static DutyState of(
            @Nullable LocalDate metOn, LocalDate due, boolean excused, boolean asked, LocalDate today) {
        if (metOn != null) {
            return metOn.isAfter(due) ? MET_LATE : MET;
        }
        if (!asked) {
            return NOT_APPLICABLE;
        }
        if (excused) {
            return EXCUSED;
        }
        return today.isAfter(due) ? OVERDUE : OPEN;
    }
}
