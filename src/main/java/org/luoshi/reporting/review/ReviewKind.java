package org.luoshi.reporting.review;

/** What a level says about the revision that stands. None of them keeps a figure from counting. */
public enum ReviewKind {
    CONFIRMED,
    /** Back to the reporter with a reason; answered by a new revision. */
    QUESTIONED,
    /** Words beside the figures; the mark stays as it is. */
    NOTED
}
