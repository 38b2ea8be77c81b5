package org.luoshi.ledger.web;

/** The header by which a program may ask for a creation twice and get one object (a lost answer, an impatient retry). */
final class Repeatable {

    static final String HEADER = "Idempotency-Key";

    private Repeatable() {}
}
