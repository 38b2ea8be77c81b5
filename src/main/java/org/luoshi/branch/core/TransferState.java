package org.luoshi.branch.core;

/** How far the transfer of a relationship has come. */
public enum TransferState {
    /** On its way: still on the old roll, and the old branch still manages the member (M-02). */
    OUT_PENDING,
    RECEIVED,
    REFUSED,
    WITHDRAWN
}
