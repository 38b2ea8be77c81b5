package org.luoshi.branch.rules;

/** How a duty stands; computed from what happened and the day, never stored, and never a score. */
public enum DutyState {
    MET,
    MET_LATE,
    EXCUSED,
    OPEN,
    OVERDUE,
    NOT_APPLICABLE
}
