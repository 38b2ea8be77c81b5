package org.luoshi.ledger.core;

/** Where one unit's part stands (domain/supervision.md 1.2). Late signing and late feedback are computed, not states. */
public enum AssignmentState {
    /** Drafted with the item, not sent yet. */
    PLANNED(false, false),
    TO_SIGN(true, false),
    REASSIGN_REQUESTED(true, false),
    SIGNED(true, false),
    ASSIGNED_INSIDE(true, false),
    WORKING(true, false),
    UNIT_REVIEW(true, false),
    SUBMITTED(true, false),
    RETURNED(true, false),
    ACCEPTED(false, true),
    WAIVED(false, true),
    STOPPED(false, false),
    /** Moved to another unit, or dropped before sending. */
    MOVED(false, true);

    private final boolean running;
    private final boolean settled;

    AssignmentState(boolean running, boolean settled) {
        this.running = running;
        this.settled = settled;
    }

    /** True while the unit owes something. */
    public boolean isRunning() {
        return running;
    }

    /** True when it does not stand in the way of closing (the close rule). */
    public boolean isSettled() {
        return settled;
    }
}
