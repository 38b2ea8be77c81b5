package org.luoshi.meetings.venue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.meetings.core.Attendee;

/**
 * Who sits where.
 *
 * @param head rows of the head table, the front one first
 * @param hall rows of the hall, the front one first, with their free seats
 * @param standing who found no seat
 */
public record SeatPlan(List<SeatRow> head, List<SeatRow> hall, List<Attendee> standing) {

    public SeatPlan {
        head = List.copyOf(head);
        hall = List.copyOf(hall);
        standing = List.copyOf(standing);
    }

    public Stream<PlacedSeat> seats() {
        return Stream.concat(head.stream(), hall.stream()).flatMap(row -> row.seats().stream());
    }

    /** The seat of everybody who has one. */
    public Map<UUID, PlacedSeat> byAttendee() {
        Map<UUID, PlacedSeat> seats = new LinkedHashMap<>();
        seats().forEach(seat -> {
            Attendee who = seat.who();
            if (who != null) {
                seats.put(who.id(), seat);
            }
        });
        return seats;
    }

    public long seated() {
        return seats().filter(seat -> !seat.isFree()).count();
    }

    public long free() {
        return seats().filter(PlacedSeat::isFree).count();
    }

    public boolean isEmpty() {
        return seated() == 0 && standing.isEmpty();
    }
}
