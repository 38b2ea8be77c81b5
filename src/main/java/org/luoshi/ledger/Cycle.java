package org.luoshi.ledger;

/** How often a unit reports until the matter is done (domain/supervision.md 1.8). */
public enum Cycle {
    ONCE,
    WEEKLY,
    HALF_MONTHLY,
    MONTHLY,
    QUARTERLY
}
