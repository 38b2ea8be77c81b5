package org.luoshi.meetings.venue;

import java.util.List;

/**
 * A row of seats from the left, seen from the hall.
 *
 * @param number from the front, counted apart for the head table
 */
public record SeatRow(boolean head, int number, List<PlacedSeat> seats) {

    public SeatRow {
        seats = List.copyOf(seats);
    }
}
