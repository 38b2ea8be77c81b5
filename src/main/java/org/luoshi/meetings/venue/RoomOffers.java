package org.luoshi.meetings.venue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rooms and lines a meeting could have, those with enough seats first and of these the smallest. */
@Component
@Transactional(readOnly = true)
public class RoomOffers {

    private static final Comparator<RoomOffer> BEST_FIRST = Comparator.comparing((RoomOffer one) -> !one.ours())
            .thenComparing(RoomOffer::taken)
            .thenComparing(one -> !one.enough())
            .thenComparing(RoomOffers::waste)
            .thenComparing(one -> one.facility().name());

    private final Facilities facilities;
    private final Bookings bookings;
    private final Attendees attendees;
    private final OtherTitles titles;

    RoomOffers(Facilities facilities, Bookings bookings, Attendees attendees, OtherTitles titles) {
        this.facilities = facilities;
        this.bookings = bookings;
        this.attendees = attendees;
        this.titles = titles;
    }

    /** Too small ones count backwards: the largest of them comes nearest. */
    private static int waste(RoomOffer offer) {
        Integer seats = offer.facility().seats();
        if (seats == null) {
            return 0;
        }
        return offer.enough() ? seats : -seats;
    }

    /** Heads that want a seat in the room: by name where the list is there, else as expected. */
    public int heads(Meeting meeting) {
        List<Attendee> named = attendees.of(meeting.id()).stream()
                .filter(one -> one.site().isEmpty() && one.part() != Attendee.Part.STAFF)
                .toList();
        boolean onlyTheChair = named.stream().allMatch(one -> one.part() == Attendee.Part.CHAIR);
        return onlyTheChair ? meeting.expectedPeople() : named.size();
    }

    /** What is offered of this kind at the meeting's time, or at the time it would have after a move. */
    public List<RoomOffer> of(FacilityKind kind, Meeting meeting, Actor viewer) {
        int heads = heads(meeting);
        List<Facility> offered = facilities.all().stream()
                .filter(one -> one.kind() == kind && !one.ended())
                .toList();
        if (offered.isEmpty()) {
            return List.of();
        }
        Map<UUID, Booking> inTheWay = new HashMap<>();
        Map<UUID, Booking> ours = new HashMap<>();
        bookings.of(meeting.id()).forEach(one -> ours.put(one.facilityId(), one));
        for (Facility facility : offered) {
            bookings.inTheWay(facility.id(), facility.takenFrom(meeting), facility.takenUntil(meeting), meeting.id())
                    .ifPresent(one -> inTheWay.put(facility.id(), one));
        }
        return offered.stream()
                .map(one -> offer(one, inTheWay.get(one.id()), ours.containsKey(one.id()), heads, viewer))
                .sorted(BEST_FIRST)
                .toList();
    }

    private RoomOffer offer(Facility facility, @Nullable Booking other, boolean ours, int heads, Actor viewer) {
        return new RoomOffer(
                facility,
                other != null,
                other == null ? null : titles.of(other.meetingId(), viewer).orElse(null),
                facility.holds(heads),
                ours);
    }
}
