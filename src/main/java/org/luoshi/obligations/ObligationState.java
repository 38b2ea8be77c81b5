package org.luoshi.obligations;

/** Computed from facts and the clock, never stored. */
public enum ObligationState {
    OPEN,
    OVERDUE,
    MET,
    MET_LATE,
    EXCUSED,
    NOT_APPLICABLE
}
