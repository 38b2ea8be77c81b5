package org.luoshi.ledger.figures;

import java.util.List;

/** A table of a bulletin. */
public record FrozenTable(FigureGrouping grouping, String name, List<FrozenLine> lines, FrozenLine all) {}
