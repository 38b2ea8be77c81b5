package org.luoshi.intake.extraction;

/**
 * A piece of an assignment between two separators.
 *
 * @param afterComma a comma or a stop stands before it, not only 、
 * @param afterStop a semicolon or full stop stands before it
 */
record Piece(int from, int to, boolean afterComma, boolean afterStop) {}
