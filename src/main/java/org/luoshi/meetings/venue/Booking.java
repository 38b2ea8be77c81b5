package org.luoshi.meetings.venue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room or line that a meeting has, or had.
 *
 * @param takenFrom with the minutes for setting up
 * @param takenUntil with the minutes for clearing
 * @param releasedFor the meeting that has it at the time to which this one was moved
 */
public record Booking(
        UUID id,
        UUID facilityId,
        FacilityKind kind,
        String name,
        UUID meetingId,
        Instant takenFrom,
        Instant takenUntil,
        @Nullable Instant releasedAt,
        @Nullable Released releasedWhy,
        @Nullable UUID releasedFor) {

    /** Why a booking ended. */
    public enum Released {
        BY_HAND,
        REPLACED,
        MOVED,
        ENDED
    }
}
