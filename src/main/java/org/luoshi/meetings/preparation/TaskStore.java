package org.luoshi.meetings.preparation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Tasks as rows. */
@Component
class TaskStore {

    private static final String ROW = "select t.* from meetings.task t";

    /** Meetings that are still to be held. */
    private static final String ALIVE = """
             join meetings.meeting m on m.id = t.meeting_id and m.approved_at is not null and m.held_at is null
               and m.cancelled_at is null and m.merged_into is null
            """;

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PreparationTask> of(UUID meetingId) {
        return jdbc.sql(ROW + " where t.meeting_id = :meeting order by t.place, t.id")
                .param("meeting", meetingId)
                .query(TaskStore::row)
                .list();
    }

    Optional<PreparationTask> find(UUID id) {
        return jdbc.sql(ROW + " where t.id = :id")
                .param("id", id)
                .query(TaskStore::row)
                .optional();
    }

    Optional<PreparationTask> lock(UUID id) {
        return jdbc.sql(ROW + " where t.id = :id for update")
                .param("id", id)
                .query(TaskStore::row)
                .optional();
    }

    /** Neither done nor dropped, of meetings that are still to be held, in the order of meetings and places. */
    List<PreparationTask> open() {
        return jdbc.sql(ROW + ALIVE
                        + " where t.done_at is null and t.dropped_at is null order by m.starts_at, t.place, t.id")
                .query(TaskStore::row)
                .list();
    }

    private record LastOwner(String code, UUID ownerId) {}

    /** Who had each task of this kind the last time. */
    Map<String, UUID> lastOwners(String kind, UUID besides) {
        return jdbc.sql("""
                        select distinct on (t.code) t.code, t.owner_id
                        from meetings.task t join meetings.meeting m on m.id = t.meeting_id
                        where m.kind = :kind and m.id <> :besides and t.code <> 'OWN'
                        order by t.code, m.starts_at desc, t.id desc
                        """).param("kind", kind).param("besides", besides).query(LastOwner.class).list().stream()
                .collect(Collectors.toMap(LastOwner::code, LastOwner::ownerId));
    }

    private static PreparationTask row(ResultSet row, int number) throws SQLException {
        return new PreparationTask(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("meeting_id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                row.getInt("place"),
                row.getObject("owner_id", UUID.class),
                row.getInt("effort_minutes"),
                row.getInt("lead_days"),
                Arrays.asList((UUID[]) row.getArray("predecessors").getArray()),
                row.getBoolean("droppable"),
                row.getString("waits_for"),
                instant(row, "waiting_since"),
                instant(row, "begun_at"),
                instant(row, "done_at"),
                row.getObject("done_by", UUID.class),
                row.getString("note"),
                instant(row, "dropped_at"),
                row.getString("dropped_reason"),
                row.getObject("due_on", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    void insert(PreparationTask task) {
        jdbc.sql("""
                insert into meetings.task (id, version, meeting_id, code, title, place, owner_id, effort_minutes, lead_days,
                    predecessors, droppable, waits_for, due_on)
                values (:id, 1, :meeting, :code, :title, :place, :owner, :effort, :lead, :before, :droppable, :waits, :due)
                """)
                .param("id", task.id())
                .param("meeting", task.meetingId())
                .param("code", task.code())
                .param("title", task.title())
                .param("place", task.place())
                .param("owner", task.ownerId())
                .param("effort", task.effortMinutes())
                .param("lead", task.leadDays())
                .param("before", Sql.ids(task.predecessors()))
                .param("droppable", task.droppable())
                .param("waits", task.waitsFor())
                .param("due", task.dueOn())
                .update();
    }

    /** False where somebody changed it meanwhile. */
    boolean change(UUID id, int version, int effort, int lead) {
        return set(id, "effort_minutes = :effort, lead_days = :lead", version)
                        .param("effort", effort)
                        .param("lead", lead)
                        .update()
                == 1;
    }

    void handTo(UUID id, UUID ownerId) {
        set(id, "owner_id = :owner").param("owner", ownerId).update();
    }

    void begin(UUID id, Instant now) {
        set(id, "begun_at = coalesce(begun_at, :now)").param("now", Sql.at(now)).update();
    }

    void await(UUID id, @Nullable Instant since) {
        set(id, "waiting_since = :since, begun_at = coalesce(begun_at, :since)")
                .param("since", Sql.at(since))
                .update();
    }

    void finish(UUID id, UUID by, String note, Instant now) {
        set(id, "done_at = :now, done_by = :by, note = :note, waiting_since = null")
                .param("now", Sql.at(now))
                .param("by", by)
                .param("note", note.isEmpty() ? null : note)
                .update();
    }

    void drop(UUID id, String reason, Instant now) {
        set(id, "dropped_at = :now, dropped_reason = :reason, waiting_since = null")
                .param("now", Sql.at(now))
                .param("reason", reason)
                .update();
    }

    void due(UUID id, LocalDate day) {
        set(id, "due_on = :day").param("day", day).update();
    }

    private StatementSpec set(UUID id, String change) {
        return jdbc.sql("update meetings.task set version = version + 1, " + change + " where id = :id")
                .param("id", id);
    }

    private StatementSpec set(UUID id, String change, int version) {
        return jdbc.sql("update meetings.task set version = version + 1, " + change
                        + " where id = :id and version = :version")
                .param("id", id)
                .param("version", version);
    }
}
