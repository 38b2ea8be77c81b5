package org.luoshi.ledger.core;

/** Where an item stands (domain/supervision.md 1.1). */
public enum ItemState {
    DRAFT(true),
    NOT_FILED(false),
    PENDING_APPROVAL(true),
    FILED(true),
    ISSUED(true),
    IN_PROGRESS(true),
    SUSPENDED(true),
    LONG_TERM(true),
    PENDING_CLOSE(true),
    PENDING_LEADER(true),
    CLOSED(false),
    STRUCK_OFF(false),
    REVISITED(false),
    RELAPSED(false),
    ARCHIVED(false),
    CANCELLED(false),
    MERGED(false);

    private final boolean open;

    ItemState(boolean open) {
        this.open = open;
    }

    /** True while somebody still has to answer for it. */
    public boolean isOpen() {
        return open;
    }
}
