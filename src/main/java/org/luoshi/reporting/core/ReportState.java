package org.luoshi.reporting.core;

/** What one unit's obligation of one period is; computed from what was sent and the clock. Missing is never zero. */
public enum ReportState {
    DUE,
    REPORTED,
    CONFIRMED_ZERO,
    /** Sent after the instant. */
    LATE,
    /** The instant has passed and nothing came. */
    MISSING,
    EXEMPT;

    /** @param kind as the table has it: 0 nothing, 1 zero, 2 figures */
    public static ReportState of(int kind, boolean late, boolean exempt, boolean isPast) {
        if (kind > 0) {
            return late ? LATE : kind == 1 ? CONFIRMED_ZERO : REPORTED;
        }
        if (exempt) {
            return EXEMPT;
        }
        return isPast ? MISSING : DUE;
    }
}
