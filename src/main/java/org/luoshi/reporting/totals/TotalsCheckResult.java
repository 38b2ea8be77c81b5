package org.luoshi.reporting.totals;

import java.util.List;

/**
 * What counting all over again brought.
 *
 * @param places kept totals that were compared
 * @param differences empty where all are right; at most as many as {@link TotalsCheck#MOST}
 */
public record TotalsCheckResult(int places, int units, List<KeptDifference> differences) {

    public boolean isRight() {
        return differences.isEmpty();
    }
}
