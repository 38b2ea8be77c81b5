package org.luoshi.ledger.figures;

/** A row behind the figures of a bulletin, with the unit's name as it was then. */
public record FrozenFact(Fact fact, String unit) {}
