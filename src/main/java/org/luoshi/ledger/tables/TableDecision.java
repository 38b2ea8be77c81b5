package org.luoshi.ledger.tables;

/**
 * What the officer decided about a row that does not go by itself.
 *
 * @param version of the item when it was decided: what changes after that is to be decided anew
 */
record TableDecision(Choice choice, int version) {

    /** Leave the row out; or take it although the item changed meanwhile, and without the cells that are refused. */
    enum Choice {
        LEAVE,
        TAKE
    }
}
