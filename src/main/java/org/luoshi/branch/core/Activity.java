package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.ActivityKind;

/**
 * An activity of a branch or of one of its groups: planned, invited, held, recorded once.
 *
 * @param kinds codes of all that it is at once: a theme day may be a members' meeting and a lecture too (P-36)
 * @param decided what was decided, or that nothing was to be decided; null until it is recorded
 * @param countsOn the day in whose period it counts: its own, or one in an earlier period that it makes good for
 * @param sequence grows with each change of what the invited need to know
 */
public record Activity(
        UUID id,
        int version,
        UUID branchId,
        @Nullable UUID groupId,
        List<String> kinds,
        String title,
        ActivityState state,
        Instant startsAt,
        @Nullable Instant endsAt,
        String place,
        String theme,
        @Nullable Instant themeSince,
        @Nullable UUID chairId,
        @Nullable String delegation,
        @Nullable String relation,
        BigDecimal classHours,
        String content,
        @Nullable String decided,
        LocalDate countsOn,
        Instant plannedAt,
        UUID plannedBy,
        @Nullable Instant recordedAt,
        @Nullable UUID recordedBy,
        @Nullable String cancelledReason,
        int sequence,
        Instant changedAt) {

    public boolean isTalk() {
        return kinds.contains(ActivityKind.TALK.name());
    }

    public boolean isOpen() {
        return state == ActivityState.PLANNED || state == ActivityState.INVITED;
    }

    /** Held, but not written down yet. */
    public boolean waitsForRecord(Instant now) {
        return isOpen() && startsAt.isBefore(now);
    }
}
