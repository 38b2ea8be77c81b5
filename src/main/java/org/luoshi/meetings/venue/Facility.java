package org.luoshi.meetings.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Meeting;

/**
 * A room, or a line for meetings by video or telephone.
 *
 * @param seats null for a line
 * @param headSeats in one row of the head table; null for a line
 * @param rowSeats in one row for the audience; null for a line
 * @param setUpMinutes before a meeting, in which it is taken too
 * @param ended not offered any more
 */
public record Facility(
        UUID id,
        int version,
        FacilityKind kind,
        String name,
        String place,
        String telephone,
        @Nullable Integer seats,
        @Nullable Integer headSeats,
        @Nullable Integer rowSeats,
        boolean video,
        int setUpMinutes,
        int clearingMinutes,
        boolean ended) {

    /** From when on it is taken by a meeting. */
    public Instant takenFrom(Meeting meeting) {
        return meeting.startsAt().minus(Duration.ofMinutes(setUpMinutes));
    }

    public Instant takenUntil(Meeting meeting) {
        return meeting.endsAt().plus(Duration.ofMinutes(clearingMinutes));
    }

    /** True where so many people find a seat; a line has no seats to run out of. */
    public boolean holds(int people) {
        return seats == null || seats >= people;
    }

    public boolean isRoom() {
        return kind == FacilityKind.ROOM;
    }
}
