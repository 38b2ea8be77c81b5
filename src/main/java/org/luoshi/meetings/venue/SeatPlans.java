package org.luoshi.meetings.venue;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seat plans by the rules of the house; computed anew each time, so that they follow the list of people. Only swaps are kept. */
@Service
@Transactional
public class SeatPlans {

    private static final UUID HOUSE = new UUID(0, 11);

    private final JdbcClient jdbc;
    private final Attendees attendees;
    private final Bookings bookings;
    private final Facilities facilities;
    private final OrganizationApi organization;
    private final MeetingRights rights;
    private final HistoryApi history;
    private final Clock clock;

    SeatPlans(
            JdbcClient jdbc,
            Attendees attendees,
            Bookings bookings,
            Facilities facilities,
            OrganizationApi organization,
            MeetingRights rights,
            HistoryApi history,
            Clock clock) {
        this.jdbc = jdbc;
        this.attendees = attendees;
        this.bookings = bookings;
        this.facilities = facilities;
        this.organization = organization;
        this.rights = rights;
        this.history = history;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SeatRules rules() {
        return jdbc.sql("select second, even, head_rank, free_between from meetings.seat_rules")
                .query(SeatRules.class)
                .optional()
                .orElse(SeatRules.USUAL);
    }

    /** For all meetings from now on. */
    public void setRules(SeatRules rules, Actor actor) {
        if (!MeetingRights.prepares(actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        jdbc.sql("""
                insert into meetings.seat_rules (second, even, head_rank, free_between) values (:second, :even, :rank, :free)
                on conflict (only_one) do update set second = excluded.second, even = excluded.even, head_rank = excluded.head_rank,
                    free_between = excluded.free_between
                """)
                .param("second", rules.second().name())
                .param("even", rules.even().name())
                .param("rank", rules.headRank())
                .param("free", rules.freeBetween())
                .update();
        history.record(
                new HistoryFact(
                        HOUSE,
                        "meetings.seating",
                        HOUSE,
                        "ruled",
                        Map.of("headRank", rules.headRank(), "freeBetween", rules.freeBetween()),
                        null),
                actor);
    }

    /** The plan for who may see the meeting. */
    @Transactional(readOnly = true)
    public SeatPlan of(UUID meetingId, Actor viewer) {
        return of(rights.visible(meetingId, viewer));
    }

    SeatPlan of(Meeting meeting) {
        List<Attendee> everybody = attendees.of(meeting.id());
        HallLayout layout = bookings.of(meeting.id()).stream()
                .filter(one -> one.kind() == FacilityKind.ROOM)
                .findFirst()
                .map(one -> HallLayout.of(facilities.require(one.facilityId())))
                .orElse(HallLayout.UNKNOWN);
        return new Seating(rules(), layout, unitOrder(everybody)).plan(everybody, swaps(meeting.id()));
    }

    /** The place of each of their units in the official order. */
    Map<UUID, Integer> unitOrder(List<Attendee> people) {
        List<UUID> ids = people.stream()
                .map(Attendee::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Integer> order = new HashMap<>();
        for (Unit unit : organization.inOfficialOrder(ids)) {
            order.put(unit.id(), order.size());
        }
        return order;
    }

    private List<Seating.Swap> swaps(UUID meetingId) {
        return jdbc.sql(
                        "select first_id, second_id from meetings.seat_swap where meeting_id = :meeting order by number")
                .param("meeting", meetingId)
                .query(Seating.Swap.class)
                .list();
    }

    /** Two people change seats, until one of them is taken off the list. */
    public void swap(UUID meetingId, UUID firstId, UUID secondId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        if (firstId.equals(secondId)) {
            throw VenueError.SAME_PERSON.with(Map.of("field", "second"));
        }
        Map<UUID, PlacedSeat> seats = of(meeting).byAttendee();
        Attendee first = seated(seats, firstId, "first");
        Attendee second = seated(seats, secondId, "second");
        jdbc.sql("""
                insert into meetings.seat_swap (id, meeting_id, first_id, second_id, swapped_at) values (:id, :meeting, :first, :second, :now)
                """)
                .param("id", TimeOrderedIds.next(clock))
                .param("meeting", meetingId)
                .param("first", firstId)
                .param("second", secondId)
                .param("now", Sql.at(clock.instant()))
                .update();
        record(meeting, "swapped", Map.of("first", first.name(), "second", second.name()), actor);
    }

    private static Attendee seated(Map<UUID, PlacedSeat> seats, UUID id, String field) {
        PlacedSeat seat = seats.get(id);
        Attendee who = seat == null ? null : seat.who();
        if (who == null) {
            throw VenueError.NOT_SEATED.with(Map.of("field", field));
        }
        return who;
    }

    /** Back to the plan by the rules alone. */
    public void forgetSwaps(UUID meetingId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        int gone = jdbc.sql("delete from meetings.seat_swap where meeting_id = :meeting")
                .param("meeting", meetingId)
                .update();
        if (gone > 0) {
            record(meeting, "unswapped", Map.of("title", meeting.title()), actor);
        }
    }

    @Transactional(readOnly = true)
    public int countSwaps(UUID meetingId) {
        return swaps(meetingId).size();
    }

    private void record(Meeting meeting, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(meeting.id(), "meetings.seating", meeting.id(), action, details, null), actor);
    }
}
