package org.luoshi.ledger.core;

/** What a step asks of the person who takes it. Forms, API and tests read it from the tables of steps. */
public enum StepField {
    /** Must be given. */
    REASON,
    /** May be given. */
    REMARK,
    DATE,
    /** May be given. */
    OPTIONAL_DATE,
    UNIT,
    /** A unit may be named. */
    OPTIONAL_UNIT,
    PERSON,
    ITEM,
    REJECT_CODE,
    FILES
}
