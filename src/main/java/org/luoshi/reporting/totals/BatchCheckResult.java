package org.luoshi.reporting.totals;

import java.util.List;

/**
 * Whether the reports are still what was taken.
 *
 * @param batches that were compared
 * @param wrong numbers of batches whose reports are not what the sealed history says, or that one of both does not know
 */
public record BatchCheckResult(int batches, List<Long> wrong) {

    public boolean isRight() {
        return wrong.isEmpty();
    }
}
