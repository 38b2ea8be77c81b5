package org.luoshi.ledger.core;

/** What a column of somebody else's table means to the ledger. */
public enum ImportMeaning {
    NUMBER,
    /** A short name of the matter. */
    TITLE,
    /** What is to be done, in full; makes the title too where no column has one. */
    TASK,
    SECTION,
    SOURCE,
    LEAD,
    CO,
    LEADER,
    LIMIT,
    ISSUED_ON,
    PROGRESS,
    PROBLEMS,
    NEXT,
    STATE,
    REMARK,
    IGNORE
}
