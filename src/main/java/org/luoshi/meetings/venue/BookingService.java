package org.luoshi.meetings.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingFollower;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.shared.Actor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books rooms and lines. Whoever books waits for whoever is booking the same, and then hears who was first; the exclusion constraint stands behind
 * it. What a meeting has follows it when it is moved, or is let go and said so.
 */
@Service
@Transactional
public class BookingService implements MeetingFollower {

    private final Facilities facilities;
    private final Bookings bookings;
    private final OtherTitles titles;
    private final MeetingRights rights;
    private final NoticesApi notices;
    private final HistoryApi history;

    BookingService(
            Facilities facilities,
            Bookings bookings,
            OtherTitles titles,
            MeetingRights rights,
            NoticesApi notices,
            HistoryApi history) {
        this.facilities = facilities;
        this.bookings = bookings;
        this.titles = titles;
        this.rights = rights;
        this.notices = notices;
        this.history = history;
    }

    /** Takes a room instead of the one the meeting had, or one more line; pressed twice, it is taken once. */
    public void book(UUID meetingId, UUID facilityId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        Facility facility = facilities.require(facilityId);
        if (facility.ended()) {
            throw VenueError.FACILITY_ENDED.with(Map.of("room", facility.name()));
        }
        List<Booking> held = bookings.of(meetingId);
        if (held.stream().anyMatch(one -> one.facilityId().equals(facilityId))) {
            return;
        }
        bookings.lock(Set.of(facilityId));
        requireFree(facility, meeting, actor);
        if (facility.isRoom()) {
            held.stream()
                    .filter(one -> one.kind() == FacilityKind.ROOM)
                    .forEach(one -> release(one, meeting, Booking.Released.REPLACED, null, actor));
        }
        take(facility, meeting, actor);
    }

    private void requireFree(Facility facility, Meeting meeting, Actor actor) {
        Optional<Booking> other = inTheWay(facility, meeting);
        if (other.isPresent()) {
            throw titles.of(other.get().meetingId(), actor)
                    .map(title -> VenueError.TAKEN.with(Map.of("room", facility.name(), "title", title)))
                    .orElseGet(() -> VenueError.TAKEN_MEANWHILE.with(Map.of("room", facility.name())));
        }
    }

    private Optional<Booking> inTheWay(Facility facility, Meeting meeting) {
        return bookings.inTheWay(
                facility.id(), facility.takenFrom(meeting), facility.takenUntil(meeting), meeting.id());
    }

    private void take(Facility facility, Meeting meeting, Actor actor) {
        try {
            bookings.insert(facility, meeting.id(), facility.takenFrom(meeting), facility.takenUntil(meeting), actor);
        } catch (DataIntegrityViolationException overlap) {
            throw VenueError.TAKEN_MEANWHILE.with(Map.of("room", facility.name()));
        }
        record(meeting, facility.id(), facility.name(), "booked", actor);
    }

    /** Lets a room or line go; what the meeting does not have is gone already. */
    public void release(UUID meetingId, UUID facilityId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        bookings.of(meetingId).stream()
                .filter(one -> one.facilityId().equals(facilityId))
                .forEach(one -> release(one, meeting, Booking.Released.BY_HAND, null, actor));
    }

    private void release(Booking booking, Meeting meeting, Booking.Released why, @Nullable UUID takenBy, Actor actor) {
        bookings.release(booking.id(), why, takenBy);
        record(
                meeting,
                booking.facilityId(),
                booking.name(),
                why == Booking.Released.MOVED ? "lost" : "released",
                actor);
    }

    @Override
    public void moved(Meeting before, Meeting after, MoveMeeting move, Actor actor) {
        List<Booking> held = bookings.of(after.id());
        @Nullable Facility named = before.place().equals(after.place()) ? null : facilities.roomNamedIn(after.place());
        Set<UUID> concerned = new TreeSet<>();
        held.forEach(one -> concerned.add(one.facilityId()));
        if (named != null) {
            concerned.add(named.id());
        }
        bookings.lock(concerned);
        List<Booking> lost = new ArrayList<>();
        for (Booking booking : held) {
            if (leaves(booking, before, after, named)) {
                release(booking, after, Booking.Released.REPLACED, null, actor);
            } else if (!follows(booking, after, actor)) {
                lost.add(booking);
            }
        }
        if (named != null && held.stream().noneMatch(one -> one.facilityId().equals(named.id()))) {
            takeNamed(named, after, actor);
        }
        tell(lost, after, actor);
    }

    /** True where the new place is another room, or no longer the one that the old place named. */
    static boolean leaves(Booking booking, Meeting before, Meeting after, @Nullable Facility named) {
        if (booking.kind() != FacilityKind.ROOM || after.place().contains(booking.name())) {
            return false;
        }
        return named != null || before.place().contains(booking.name());
    }

    private boolean follows(Booking booking, Meeting after, Actor actor) {
        Facility facility = facilities.require(booking.facilityId());
        Optional<Booking> other = inTheWay(facility, after);
        if (other.isPresent()) {
            release(booking, after, Booking.Released.MOVED, other.get().meetingId(), actor);
            return false;
        }
        if (!booking.takenFrom().equals(facility.takenFrom(after))
                || !booking.takenUntil().equals(facility.takenUntil(after))) {
            bookings.reschedule(booking.id(), facility.takenFrom(after), facility.takenUntil(after));
            record(after, facility.id(), facility.name(), "moved-along", actor);
        }
        return true;
    }

    private void takeNamed(Facility named, Meeting after, Actor actor) {
        if (inTheWay(named, after).isEmpty()) {
            take(named, after, actor);
        }
    }

    private void tell(List<Booking> lost, Meeting meeting, Actor actor) {
        if (lost.isEmpty()) {
            return;
        }
        Set<UUID> told = new TreeSet<>(List.of(meeting.ownerId()));
        if (!actor.personId().equals(Actor.SYSTEM_ID)) {
            told.add(actor.personId());
        }
        notices.tell(new NewNotice(
                told,
                "meetings.venue.notice.lost",
                Map.of(
                        "title",
                        meeting.title(),
                        "room",
                        String.join("、", lost.stream().map(Booking::name).toList())),
                "/meetings/" + meeting.id() + "/room",
                lost.get(0).id(),
                "meeting-room-lost"));
    }

    @Override
    public void cancelled(Meeting meeting, String reason, Actor actor) {
        letGo(meeting, actor);
    }

    @Override
    public void merged(Meeting from, Meeting into, Actor actor) {
        letGo(from, actor);
    }

    private void letGo(Meeting meeting, Actor actor) {
        bookings.of(meeting.id()).forEach(one -> release(one, meeting, Booking.Released.ENDED, null, actor));
    }

    private void record(Meeting meeting, UUID facilityId, String name, String action, Actor actor) {
        history.record(
                new HistoryFact(
                        meeting.id(),
                        "meetings.booking",
                        facilityId,
                        action,
                        Map.of("room", name, "title", meeting.title()),
                        null),
                actor);
    }
}
