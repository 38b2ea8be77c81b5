package org.luoshi.ledger.core;

/** What can be written anew about an item that exists, and how long. */
public enum ItemField {
    TITLE,
    POINTS,
    LEAD,
    CO_UNITS,
    LIMIT,
    CYCLE,
    PARENT,
    LABEL,
    OFFICER,
    FORECAST;

    /**
     * What the units were told stays as they were told it: after the draft only where an item belongs and who looks after it change. A limit
     * that was given is moved by an extension alone.
     */
    public boolean mayChangeIn(ItemState state) {
        return switch (this) {
            case TITLE, POINTS, LEAD, CO_UNITS, LIMIT, CYCLE -> state == ItemState.DRAFT;
            case PARENT, LABEL, FORECAST -> state.isOpen();
            case OFFICER -> state.isOpen() || state == ItemState.CLOSED || state == ItemState.STRUCK_OFF;
        };
    }
}
