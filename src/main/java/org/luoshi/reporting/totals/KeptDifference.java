package org.luoshi.reporting.totals;

/**
 * A kept total that is not what the reports say.
 *
 * @param kept as it stands, and {@code counted} as it should be, in words for a technician; empty where one side has no row
 */
public record KeptDifference(long place, String name, String kept, String counted) {}
