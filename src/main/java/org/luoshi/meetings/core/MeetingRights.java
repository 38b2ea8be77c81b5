package org.luoshi.meetings.core;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Who may see and do what with meetings. Officers of the office and its director propose and prepare; the director or the leader of the office
 * approves what somebody else submitted. Whoever chairs, answers for, works on or attends a meeting sees it, and so do the units
 * that were given notice of it or asked for topics, and who is asked to agree to its minutes.
 */
@Component
public class MeetingRights {

    /** What a viewer may see of {@code meetings.meeting m}; see {@link #withViewer}. */
    public static final String VISIBLE = """
            (:all or m.owner_id = :viewer or m.chair_id = :viewer or m.proposed_by = :viewer
             or exists (select 1 from meetings.worker w where w.meeting_id = m.id and w.person_id = :viewer)
             or exists (select 1 from meetings.attendee a where a.meeting_id = m.id and a.person_id = :viewer)
             or exists (select 1 from meetings.topic_request r where r.meeting_id = m.id and r.unit_id = any(:units))
             or exists (select 1 from meetings.circulation c where c.meeting_id = m.id and c.person_id = :viewer)
             or m.noticed > 0 and exists (select 1 from meetings.invited_unit i where i.meeting_id = m.id and i.unit_id = any(:units)))
            """;

    private static final List<Role> PREPARERS = List.of(Role.OFFICER, Role.OFFICE_DIRECTOR);
    private static final List<Role> APPROVERS = List.of(Role.OFFICE_DIRECTOR, Role.OFFICE_LEADER);
    private static final List<Role> READERS = List.of(
            Role.OFFICER,
            Role.OFFICE_DIRECTOR,
            Role.OFFICE_LEADER,
            Role.LEADERS_SECRETARY,
            Role.ARCHIVIST,
            Role.AUDITOR);

    private final JdbcClient jdbc;
    private final MeetingStore store;

    MeetingRights(JdbcClient jdbc, MeetingStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** Sets what {@link #VISIBLE} asks for. */
    public static StatementSpec withViewer(StatementSpec sql, Actor viewer) {
        return sql.param("all", seesAll(viewer))
                .param("viewer", viewer.personId())
                .param("units", viewer.unitIds().toArray(UUID[]::new));
    }

    public static boolean seesAll(Actor viewer) {
        return viewer.hasAny(READERS) || viewer.personId().equals(Actor.SYSTEM_ID);
    }

    /** True for those who propose and prepare meetings of the office. */
    public static boolean prepares(Actor actor) {
        return actor.hasAny(PREPARERS) || actor.personId().equals(Actor.SYSTEM_ID);
    }

    /** True for those who approve meetings that somebody else submitted. */
    public static boolean approves(Actor actor) {
        return actor.hasAny(APPROVERS);
    }

    /** The meeting for somebody who may see it; to others it does not exist. */
    public Meeting visible(UUID id, Actor viewer) {
        return withViewer(
                        jdbc.sql("select " + MeetingStore.COLUMNS + " from meetings.meeting m where m.id = :id and "
                                + VISIBLE),
                        viewer)
                .param("id", id)
                .query(MeetingStore::row)
                .optional()
                .orElseThrow(() -> MeetingError.UNKNOWN.with(Map.of("id", id)));
    }

    /** The meeting for somebody who prepares meetings or answers for this one. */
    public Meeting prepared(UUID id, Actor actor) {
        Meeting meeting = visible(id, actor);
        requirePrepares(meeting, actor);
        return meeting;
    }

    /** The same, for a change: its row is locked, its state must allow the step. */
    public Meeting forStep(UUID id, MeetingStep step, Actor actor) {
        visible(id, actor);
        Meeting meeting = store.lock(id);
        requirePrepares(meeting, actor);
        requireOpen(meeting, step);
        return meeting;
    }

    private static void requirePrepares(Meeting meeting, Actor actor) {
        if (!mayPrepare(meeting, actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
    }

    /** True for those who prepare meetings and for who answers for this one. */
    public static boolean mayPrepare(Meeting meeting, Actor actor) {
        return prepares(actor) || meeting.ownerId().equals(actor.personId());
    }

    static void requireOpen(Meeting meeting, MeetingStep step) {
        if (!meeting.isOpenFor(step)) {
            throw MeetingError.NOT_IN_THIS_STATE.with(Map.of("title", meeting.title()));
        }
    }

    /** The unit in whose name somebody calls a meeting. */
    static UUID unitOf(Actor actor) {
        return actor.seats().stream()
                .filter(seat -> PREPARERS.stream().anyMatch(seat.roles()::contains))
                .map(Seat::unitId)
                .findFirst()
                .orElseThrow(MeetingError.NOT_YOURS::plain);
    }
}
