package org.luoshi.ledger.figures;

import java.util.List;

/** The figures of a period: a line for everything that could have some, also where there is nothing, and all together. */
public record FigureTable(FiguresQuestion question, List<FigureLine> lines, FigureLine all) {}
