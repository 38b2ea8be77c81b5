package org.luoshi.ledger.core;

/** Where a report stands inside the unit; after SUBMITTED each item it serves has its own {@link TargetState}. */
public enum FeedbackState {
    DRAFT,
    UNIT_REVIEW,
    SUBMITTED,
    WITHDRAWN
}
