package org.luoshi.ledger.core;

/** The figures over the list; each is the number of rows of its view. */
public record LedgerCounts(int open, int red, int yellow, int today, int silent, int mine, int closed) {}
