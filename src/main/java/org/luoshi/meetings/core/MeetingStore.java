package org.luoshi.meetings.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Meetings as rows. */
@Component
public class MeetingStore {

    static final String COLUMNS = """
            m.id, m.version, m.kind, m.title, m.purpose, m.audience, m.comprehensive, m.principals_required, m.discussion, m.unit_id,
            m.owner_id, m.chair_id, m.starts_at, m.ends_at, m.place, m.expected_people, m.travel_minutes, m.approval_reference,
            m.reason_given, m.proposed_by, m.proposed_at, m.submitted_by, m.submitted_at, m.approved_by, m.approved_at,
            m.returned_reason, m.noticed, m.cancelled_at, m.cancelled_reason, m.merged_into, m.held_at, m.held_by, m.actual_people,
            m.actual_minutes, m.sequence, m.changed_at
            """;

    private static final String ROW = "select " + COLUMNS + " from meetings.meeting m";

    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Meeting> find(UUID id) {
        return jdbc.sql(ROW + " where m.id = :id")
                .param("id", id)
                .query(MeetingStore::row)
                .optional();
    }

    /** The meeting, whose row nobody else changes until the transaction ends. */
    public Meeting lock(UUID id) {
        return jdbc.sql(ROW + " where m.id = :id for update")
                .param("id", id)
                .query(MeetingStore::row)
                .optional()
                .orElseThrow(MeetingError.UNKNOWN::plain);
    }

    public List<Meeting> find(Collection<UUID> ids) {
        return jdbc.sql(ROW + " where m.id = any(:ids) order by m.starts_at, m.id")
                .param("ids", Sql.ids(ids))
                .query(MeetingStore::row)
                .list();
    }

    /** Approved ones that were neither held nor called off, beginning within these instants, soonest first. */
    public List<Meeting> planned(Instant from, Instant before) {
        return jdbc.sql(ROW + """
                         where m.starts_at >= :from and m.starts_at < :before and m.approved_at is not null and m.held_at is null
                           and m.cancelled_at is null and m.merged_into is null
                        order by m.starts_at, m.id
                        """)
                .param("from", Sql.at(from))
                .param("before", Sql.at(before))
                .query(MeetingStore::row)
                .list();
    }

    static Meeting row(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("purpose"),
                Audience.valueOf(row.getString("audience")),
                row.getBoolean("comprehensive"),
                row.getBoolean("principals_required"),
                row.getBoolean("discussion"),
                row.getObject("unit_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getObject("chair_id", UUID.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("place"),
                row.getInt("expected_people"),
                row.getInt("travel_minutes"),
                row.getString("approval_reference"),
                row.getString("reason_given"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("submitted_by", UUID.class),
                instant(row, "submitted_at"),
                row.getObject("approved_by", UUID.class),
                instant(row, "approved_at"),
                row.getString("returned_reason"),
                row.getInt("noticed"),
                instant(row, "cancelled_at"),
                row.getString("cancelled_reason"),
                row.getObject("merged_into", UUID.class),
                instant(row, "held_at"),
                row.getObject("held_by", UUID.class),
                row.getObject("actual_people", Integer.class),
                row.getObject("actual_minutes", Integer.class),
                row.getInt("sequence"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    void insert(UUID id, UUID unitId, NewMeeting meeting, UUID by, Instant now) {
        write(meeting, jdbc.sql("""
                insert into meetings.meeting (id, version, kind, title, purpose, audience, comprehensive, principals_required,
                    discussion, unit_id, owner_id, chair_id, starts_at, ends_at, place, expected_people, travel_minutes,
                    approval_reference, reason_given, proposed_by, proposed_at, changed_at)
                values (:id, 1, :kind, :title, :purpose, :audience, :comprehensive, :principals, :discussion, :unit, :owner, :chair,
                    :starts, :ends, :place, :people, :travel, :approval, :reason, :by, :now, :now)
                """))
                .param("id", id)
                .param("unit", unitId)
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }

    /** False where somebody changed it meanwhile. */
    boolean update(UUID id, int version, NewMeeting meeting, Instant now) {
        return write(meeting, jdbc.sql("""
                        update meetings.meeting set version = version + 1, kind = :kind, title = :title, purpose = :purpose,
                            audience = :audience, comprehensive = :comprehensive, principals_required = :principals,
                            discussion = :discussion, owner_id = :owner, chair_id = :chair, starts_at = :starts, ends_at = :ends,
                            place = :place, expected_people = :people, travel_minutes = :travel, approval_reference = :approval,
                            reason_given = :reason, changed_at = :now
                        where id = :id and version = :version
                        """))
                        .param("id", id)
                        .param("version", version)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    private static StatementSpec write(NewMeeting meeting, StatementSpec sql) {
        return sql.param("kind", meeting.kind())
                .param("title", meeting.title())
                .param("purpose", meeting.purpose())
                .param("audience", meeting.audience().name())
                .param("comprehensive", meeting.comprehensive())
                .param("principals", meeting.principalsRequired())
                .param("discussion", meeting.discussion())
                .param("owner", meeting.ownerId())
                .param("chair", meeting.chairId())
                .param("starts", Sql.at(meeting.startsAt()))
                .param("ends", Sql.at(meeting.endsAt()))
                .param("place", meeting.place())
                .param("people", meeting.expectedPeople())
                .param("travel", meeting.travelMinutes())
                .param("approval", meeting.approvalReference())
                .param("reason", meeting.reasonGiven());
    }

    void submit(UUID id, UUID by, Instant now) {
        step(id, "submitted_by = :by, submitted_at = :now, returned_reason = null", now)
                .param("by", by)
                .update();
    }

    void approve(UUID id, UUID by, Instant now) {
        step(id, "approved_by = :by, approved_at = :now", now).param("by", by).update();
    }

    void returnBack(UUID id, String reason, Instant now) {
        step(id, "submitted_by = null, submitted_at = null, returned_reason = :reason", now)
                .param("reason", reason)
                .update();
    }

    void cancel(UUID id, String reason, Instant now) {
        step(id, "cancelled_at = :now, cancelled_reason = :reason, sequence = sequence + 1", now)
                .param("reason", reason)
                .update();
    }

    void merge(UUID id, UUID into, Instant now) {
        step(id, "merged_into = :into, sequence = sequence + 1", now)
                .param("into", into)
                .update();
    }

    void hold(UUID id, UUID by, int people, int minutes, Instant now) {
        step(id, "held_at = :now, held_by = :by, actual_people = :people, actual_minutes = :minutes", now)
                .param("by", by)
                .param("people", people)
                .param("minutes", minutes)
                .update();
    }

    void move(UUID id, MoveMeeting move, Instant now) {
        step(id, """
                starts_at = :starts, ends_at = :ends, place = :place, chair_id = :chair, audience = :audience, sequence = sequence + 1
                """, now)
                .param("starts", Sql.at(move.startsAt()))
                .param("ends", Sql.at(move.endsAt()))
                .param("place", move.place())
                .param("chair", move.chairId())
                .param("audience", move.audience().name())
                .update();
    }

    void noticed(UUID id, int number, Instant now) {
        step(id, "noticed = :number", now).param("number", number).update();
    }

    private StatementSpec step(UUID id, String change, Instant now) {
        return jdbc.sql("update meetings.meeting set version = version + 1, changed_at = :now, " + change
                        + " where id = :id")
                .param("id", id)
                .param("now", Sql.at(now));
    }
}
