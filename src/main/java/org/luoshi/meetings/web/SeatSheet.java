package org.luoshi.meetings.web;

import java.util.List;
import java.util.stream.Collectors;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.venue.SeatDrawing;
import org.luoshi.meetings.venue.SeatPlan;

/**
 * The seat plan of one meeting on a page.
 *
 * @param room its name; empty where none is booked
 * @param people everybody with a seat by its words, for the lists of a swap
 */
public record SeatSheet(
        Meeting meeting,
        String room,
        SeatPlan plan,
        List<SeatDrawing.Sheet> sheets,
        List<SeatChoice> people,
        int swaps,
        boolean prepares) {

    /** Somebody who can change seats. */
    public record SeatChoice(String id, String label) {}

    public boolean maySwap() {
        return prepares && meeting.isOpenFor(MeetingStep.PREPARE) && people.size() > 1;
    }

    /** The first of those who found no seat. */
    public String standingNames() {
        return plan.standing().stream().limit(20).map(Attendee::name).collect(Collectors.joining("、"));
    }
}
