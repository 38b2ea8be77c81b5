package org.luoshi.branch.core;

/** From where to where a relationship moves, as the branch sees it that begins the transfer. */
public enum TransferKind {
    BETWEEN_BRANCHES,
    TO_OUTSIDE,
    FROM_OUTSIDE
}
