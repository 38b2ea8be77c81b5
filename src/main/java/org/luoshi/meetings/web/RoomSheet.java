package org.luoshi.meetings.web;

import java.util.List;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.venue.Booking;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.meetings.venue.RoomOffer;

/**
 * The room and lines of one meeting with what else there is.
 *
 * @param lost what it had until it was moved
 */
public record RoomSheet(
        Meeting meeting,
        int heads,
        List<Booking> held,
        List<Booking> lost,
        List<RoomOffer> rooms,
        List<RoomOffer> lines) {

    public boolean mayBook() {
        return meeting.isOpenFor(MeetingStep.PREPARE);
    }

    /** True where the words for the place name none of the rooms that are booked. */
    public boolean placeDiffers() {
        return held.stream().anyMatch(one -> one.kind() == FacilityKind.ROOM)
                && held.stream().noneMatch(one -> meeting.place().contains(one.name()));
    }
}
