package org.luoshi.meetings.venue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.InventedMeetings;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MoveEffect;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshi.shared.TimeOrderedIds;

/** Rooms and people of the invented office; names carry a mark, so that tests that share a database do not meet. */
final class InventedVenue {

    private static final AtomicInteger MARKS = new AtomicInteger();

    private final InventedMeetings house;
    private final String mark = "·" + MARKS.incrementAndGet();

    InventedVenue(InventedMeetings house) {
        this.house = house;
    }

    String mark() {
        return mark;
    }

    UUID room(String name, int seats) {
        return room(name, seats, 7, 12);
    }

    UUID room(String name, int seats, int headSeats, int rowSeats) {
        return facility(FacilityKind.ROOM, name, seats, headSeats, rowSeats);
    }

    UUID line(String name) {
        return facility(FacilityKind.LINE, name, null, null, null);
    }

    private UUID facility(
            FacilityKind kind,
            String name,
            @Nullable Integer seats,
            @Nullable Integer headSeats,
            @Nullable Integer rowSeats) {
        return house.bean(Facilities.class)
                .add(
                        new Facility(
                                new UUID(0, 0),
                                0,
                                kind,
                                name,
                                "主楼二层",
                                "5501",
                                seats,
                                headSeats,
                                rowSeats,
                                true,
                                30,
                                15,
                                false),
                        house.office.officer());
    }

    Attendee attend(Meeting meeting, String name, String title, int rank, Attendee.Part part, @Nullable UUID unitId) {
        return attend(meeting, name, title, rank, part, unitId, "");
    }

    Attendee attend(
            Meeting meeting,
            String name,
            String title,
            int rank,
            Attendee.Part part,
            @Nullable UUID unitId,
            String site) {
        Attendee one = new Attendee(
                TimeOrderedIds.next(house.clock),
                meeting.id(),
                unitId,
                null,
                name,
                title,
                rank,
                part,
                site,
                "0551-5502",
                null,
                null);
        house.bean(Attendees.class).put(one);
        return one;
    }

    List<MoveEffect> effects(Meeting meeting, String start, int minutes, String place) {
        var from = OffsetDateTime.parse(start).toInstant();
        Meeting after = meeting.moved(new MoveMeeting(
                meeting.version(),
                from,
                from.plusSeconds(60L * minutes),
                place,
                meeting.chairId(),
                meeting.audience(),
                "演示"));
        return house.bean(VenueMoveEffects.class).of(meeting, after, house.office.officer(), page());
    }

    Page page() {
        return house.bean(Pages.class).in(Locale.SIMPLIFIED_CHINESE);
    }
}
