package org.luoshi.ledger.figures;

/** A unit's score as a bulletin gives it, with the version of the rules. */
public record FrozenScore(String key, String name, String score, int events, int rules) {}
