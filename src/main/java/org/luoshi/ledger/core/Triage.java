package org.luoshi.ledger.core;

/** Whether a source needs supervision; read-only is an answer too. */
public enum Triage {
    OPEN,
    READ_ONLY_PROPOSED,
    READ_ONLY,
    SUPERVISED
}
