package org.luoshi.organization;

/**
 * A unit that a written name may mean.
 *
 * @param confidence 1 for the same name, short name or alias after folding; below 1 for a near name
 */
public record UnitMatch(Unit unit, double confidence) {}
