package org.luoshi.meetings.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.venue.Facilities;
import org.luoshi.meetings.venue.Facility;
import org.luoshi.meetings.venue.FacilityKind;

/** A room or a line as typed. */
public record RoomForm(
        String kind,
        String name,
        String place,
        String telephone,
        String seats,
        String headSeats,
        String rowSeats,
        String video,
        String setUp,
        String clearing,
        String ended,
        String version) {

    public RoomForm {
        kind = MeetingTyped.text(kind);
        name = MeetingTyped.text(name);
        place = MeetingTyped.text(place);
        telephone = MeetingTyped.text(telephone);
        seats = MeetingTyped.text(seats);
        headSeats = MeetingTyped.text(headSeats);
        rowSeats = MeetingTyped.text(rowSeats);
        video = MeetingTyped.text(video);
        setUp = MeetingTyped.text(setUp);
        clearing = MeetingTyped.text(clearing);
        ended = MeetingTyped.text(ended);
        version = MeetingTyped.text(version);
    }

    static RoomForm empty(FacilityKind kind) {
        return new RoomForm(kind.name(), "", "", "", "", "7", "12", "", "30", "15", "", "");
    }

    static RoomForm of(Facility room) {
        return new RoomForm(
                room.kind().name(),
                room.name(),
                room.place(),
                room.telephone(),
                written(room.seats()),
                written(room.headSeats()),
                written(room.rowSeats()),
                room.video() ? "on" : "",
                String.valueOf(room.setUpMinutes()),
                String.valueOf(room.clearingMinutes()),
                room.ended() ? "on" : "",
                String.valueOf(room.version()));
    }

    private static String written(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    public boolean isRoom() {
        return !kind.equals(FacilityKind.LINE.name());
    }

    Facility toFacility(UUID id) {
        FacilityKind chosen = MeetingTyped.choice("kind", FacilityKind.class, kind);
        boolean room = chosen == FacilityKind.ROOM;
        return new Facility(
                id,
                MeetingTyped.version(version),
                chosen,
                name,
                place,
                telephone,
                room ? Integer.valueOf(MeetingTyped.number("seats", seats, 1, Facilities.MOST_SEATS)) : null,
                room ? Integer.valueOf(MeetingTyped.number("headSeats", headSeats, 1, Facilities.MOST_IN_A_ROW)) : null,
                room ? Integer.valueOf(MeetingTyped.number("rowSeats", rowSeats, 1, Facilities.MOST_IN_A_ROW)) : null,
                !room || MeetingTyped.ticked(video),
                MeetingTyped.number("setUp", setUp, 0, Facilities.MOST_MINUTES),
                MeetingTyped.number("clearing", clearing, 0, Facilities.MOST_MINUTES),
                MeetingTyped.ticked(ended));
    }
}
