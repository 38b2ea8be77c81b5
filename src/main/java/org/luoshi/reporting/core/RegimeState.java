package org.luoshi.reporting.core;

/** Where a regime stands; computed from its facts and the day. */
public enum RegimeState {
    DRAFT,
    /** Waits for the approver. */
    SUBMITTED,
    /** Approved; its first day has not come. */
    UPCOMING,
    RUNNING,
    ENDED
}
