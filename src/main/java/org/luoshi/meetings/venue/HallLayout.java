package org.luoshi.meetings.venue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the seats of a room stand.
 *
 * @param hallSeats without those of the head table; null where no room is known, so that there are as many as it takes
 */
public record HallLayout(
        int headSeats, int rowSeats, @Nullable Integer hallSeats) {

    /** Where no room is booked yet. */
    public static final HallLayout UNKNOWN = new HallLayout(9, 16, null);

    static HallLayout of(Facility room) {
        int head = Objects.requireNonNull(room.headSeats());
        int row = Objects.requireNonNull(room.rowSeats());
        return new HallLayout(head, row, Math.max(0, Objects.requireNonNull(room.seats()) - head));
    }
}
