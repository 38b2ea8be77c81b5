package org.luoshi.reporting.totals;

import java.util.List;

/**
 * What became of units that were to be added.
 *
 * @param unclear names and codes that mean no unit for certain
 * @param overlapping units that lie in a member already, or contain one: they would count twice
 */
public record GroupingAddition(int added, List<String> unclear, List<String> overlapping) {

    public boolean isSmooth() {
        return unclear.isEmpty() && overlapping.isEmpty();
    }
}
