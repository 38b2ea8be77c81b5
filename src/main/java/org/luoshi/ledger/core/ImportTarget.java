package org.luoshi.ledger.core;

/** As what the rows of a table come into the ledger. */
public enum ImportTarget {
    /** Given out long ago and signed on paper: the limit stays as it is, even when it is past. */
    UNDER_WAY,
    /** Filed with a number and sent to the units, who sign. */
    ISSUED,
    DRAFTS
}
