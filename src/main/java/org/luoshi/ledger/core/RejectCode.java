package org.luoshi.ledger.core;

/** Why a feedback goes back; the reasons that the rules support (domain/supervision.md 1.3). */
public enum RejectCode {
    NO_SUBSTANCE,
    FACTS_UNCLEAR,
    NOT_SOLVED,
    OFF_POLICY,
    WRONG_FORMAT
}
