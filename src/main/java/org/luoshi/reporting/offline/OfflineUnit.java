package org.luoshi.reporting.offline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.ReportState;

/**
 * A unit that owes, and the form it has.
 *
 * @param madeAt of the form that is good now; null where there is none
 * @param usedAt when its answer was taken
 */
public record OfflineUnit(
        long key,
        String name,
        ReportState state,
        @Nullable Instant madeAt,
        @Nullable Instant usedAt) {

    public boolean isSilent() {
        return state == ReportState.DUE || state == ReportState.MISSING;
    }
}
