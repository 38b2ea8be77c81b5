package org.luoshi.branch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity of a branch, planned or held.
 *
 * @param state {@code PLANNED}, {@code INVITED}, {@code RECORDED} or {@code CANCELLED}
 */
public record PlannedActivity(
        UUID id,
        UUID branchId,
        @Nullable UUID groupId,
        String title,
        List<String> kinds,
        String state,
        Instant startsAt,
        @Nullable Instant endsAt,
        BigDecimal classHours) {

    public boolean isRecorded() {
        return state.equals("RECORDED");
    }

    public boolean isCancelled() {
        return state.equals("CANCELLED");
    }

    /** Neither recorded nor called off. */
    public boolean isOpen() {
        return !isRecorded() && !isCancelled();
    }
}
