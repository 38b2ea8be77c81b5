package org.luoshi.ledger.core;

/** Where a request stands (domain/supervision.md 1.4). */
public enum RequestState {
    ASKED,
    UNIT_SIGNED,
    SEEN,
    GRANTED,
    REFUSED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == ASKED || this == UNIT_SIGNED || this == SEEN;
    }
}
