package org.luoshi.meetings.venue;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who came: a clerk marks them on the list. Nobody signs in by a device. */
@Service
@Transactional
public class Arrivals {

    private final JdbcClient jdbc;
    private final Attendees attendees;
    private final PeopleByUnit people;
    private final MeetingRights rights;
    private final HistoryApi history;
    private final Clock clock;

    Arrivals(
            JdbcClient jdbc,
            Attendees attendees,
            PeopleByUnit people,
            MeetingRights rights,
            HistoryApi history,
            Clock clock) {
        this.jdbc = jdbc;
        this.attendees = attendees;
        this.people = people;
        this.rights = rights;
        this.history = history;
        this.clock = clock;
    }

    /** Unit by unit, for who prepares the meeting. */
    @Transactional(readOnly = true)
    public List<SignInSheet> sheets(UUID meetingId, Actor actor) {
        rights.prepared(meetingId, actor);
        return people.of(meetingId);
    }

    /** Ids of those who are there. */
    @Transactional(readOnly = true)
    public Set<UUID> present(UUID meetingId) {
        return new HashSet<>(
                jdbc.sql("""
                        select r.attendee_id from meetings.arrival r join meetings.attendee a on a.id = r.attendee_id
                        where a.meeting_id = :meeting
                        """).param("meeting", meetingId).query(UUID.class).list());
    }

    /** This one is there; said twice, it is noted once. */
    public void arrived(UUID meetingId, UUID attendeeId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        note(meeting, List.of(onTheList(meetingId, attendeeId)), actor);
    }

    /** All of a unit are there. */
    public void allArrived(UUID meetingId, UUID unitId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        people.of(meetingId).stream()
                .filter(sheet -> sheet.unitId().equals(unitId))
                .forEach(sheet -> note(meeting, sheet.people(), actor));
    }

    private void note(Meeting meeting, List<Attendee> arrived, Actor actor) {
        for (Attendee one : arrived) {
            int noted = jdbc.sql("""
                            insert into meetings.arrival (attendee_id, noted_at, noted_by) values (:id, :now, :by) on conflict do nothing
                            """)
                    .param("id", one.id())
                    .param("now", Sql.at(clock.instant()))
                    .param("by", actor.personId())
                    .update();
            if (noted > 0) {
                record(meeting, one, "came", actor);
            }
        }
    }

    /** Marked by mistake. */
    public void notArrived(UUID meetingId, UUID attendeeId, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.RECORD, actor);
        Attendee one = onTheList(meetingId, attendeeId);
        int gone = jdbc.sql("delete from meetings.arrival where attendee_id = :id")
                .param("id", attendeeId)
                .update();
        if (gone > 0) {
            record(meeting, one, "not-there", actor);
        }
    }

    private Attendee onTheList(UUID meetingId, UUID attendeeId) {
        return attendees
                .find(attendeeId)
                .filter(one -> one.meetingId().equals(meetingId))
                .orElseThrow(VenueError.NOT_ON_THE_LIST::plain);
    }

    private void record(Meeting meeting, Attendee one, String action, Actor actor) {
        history.record(
                new HistoryFact(meeting.id(), "meetings.arrival", one.id(), action, Map.of("name", one.name()), null),
                actor);
    }
}
