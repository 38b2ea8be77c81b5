package org.luoshi.ledger.core;

/** What the office made of a report, for one of the items it serves. */
public enum TargetState {
    OPEN,
    SUBMITTED,
    ACCEPTED,
    REJECTED
}
