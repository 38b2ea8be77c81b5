package org.luoshi.ledger.figures;

/** A figure that a correction gives otherwise than the edition before. */
public record FigureChange(String table, String line, String indicator, String was, String now) {}
