package org.luoshi.branch.core;

/** The two ends of a transfer. Where one of them is not in this house, the other writes down for it what its letter or slip says. */
public enum TransferSide {
    SENDER,
    RECEIVER
}
