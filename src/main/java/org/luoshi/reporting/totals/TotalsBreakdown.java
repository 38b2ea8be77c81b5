package org.luoshi.reporting.totals;

import java.util.List;

/**
 * A place and what lies directly below it, in the official order.
 *
 * @param name empty for the whole tree
 * @param children only those with units that are asked
 */
public record TotalsBreakdown(long key, String name, Totals totals, List<PlaceTotals> children) {

    /** A unit with nothing below it that is asked: here the one report is the next step. */
    public boolean isUnit() {
        return children.isEmpty() || children.size() == 1 && children.get(0).itself();
    }

    /** Names of the children that are not complete, as many as said. */
    public List<String> incomplete(int most) {
        return children.stream()
                .filter(child -> !child.totals().isComplete())
                .limit(most)
                .map(PlaceTotals::name)
                .toList();
    }
}
