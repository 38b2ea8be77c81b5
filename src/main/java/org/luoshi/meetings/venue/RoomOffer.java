package org.luoshi.meetings.venue;

import org.jspecify.annotations.Nullable;

/**
 * A room or line as it could be booked for one meeting.
 *
 * @param taken by another meeting at its time
 * @param takenBy its name; null where nobody has it, or the reader may not see that meeting
 * @param enough so many people find a seat
 * @param ours the meeting has it
 */
public record RoomOffer(
        Facility facility, boolean taken, @Nullable String takenBy, boolean enough, boolean ours) {

    public boolean isFree() {
        return !taken && !ours;
    }
}
