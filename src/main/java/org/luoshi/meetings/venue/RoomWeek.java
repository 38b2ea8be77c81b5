package org.luoshi.meetings.venue;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.meetings.core.Meeting;

/** A week of all rooms and lines: who has which when. */
public record RoomWeek(LocalDate monday, List<Line> lines) {

    /** One room or line with its seven days. */
    public record Line(Facility facility, List<Day> days) {}

    /** What is booked on one day, soonest first. */
    public record Day(LocalDate date, List<Taken> taken) {}

    /** A meeting with the time for which the room is taken. */
    public record Taken(Booking booking, Meeting meeting) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
