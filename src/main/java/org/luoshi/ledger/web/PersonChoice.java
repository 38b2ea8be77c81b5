package org.luoshi.ledger.web;

/** A person to choose, with the post that explains who it is. */
public record PersonChoice(String id, String label) {}
