package org.luoshi.obligations;

/**
 * How much is open at this moment.
 *
 * @param open all that is open, the overdue ones included
 * @param dueSoon open, in time, and due within the asked days
 */
public record ObligationFigures(int open, int overdue, int dueSoon) {}
