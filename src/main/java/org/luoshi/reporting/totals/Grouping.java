package org.luoshi.reporting.totals;

import java.util.UUID;

/**
 * A set of units that the office adds up together, as the poor counties.
 *
 * @param basis by which paper these and no others belong to it
 * @param members how many
 */
public record Grouping(UUID id, int version, String name, String basis, int members) {}
