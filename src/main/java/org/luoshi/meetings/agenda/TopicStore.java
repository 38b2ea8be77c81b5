package org.luoshi.meetings.agenda;

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
import org.springframework.stereotype.Component;

/** Topics and who was asked for them, as rows. */
@Component
class TopicStore {

    private final JdbcClient jdbc;

    TopicStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who was asked, by when, and whether they answered. */
    record Request(
            UUID meetingId,
            UUID unitId,
            Instant due,
            @Nullable Instant answeredAt,
            boolean none) {}

    List<Topic> of(UUID meetingId) {
        return jdbc.sql("select * from meetings.topic where meeting_id = :meeting order by place, id")
                .param("meeting", meetingId)
                .query(TopicStore::row)
                .list();
    }

    Optional<Topic> find(UUID id) {
        return jdbc.sql("select * from meetings.topic where id = :id")
                .param("id", id)
                .query(TopicStore::row)
                .optional();
    }

    private static Topic row(ResultSet row, int number) throws SQLException {
        return new Topic(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("meeting_id", UUID.class),
                row.getInt("place"),
                row.getString("title"),
                row.getString("reason"),
                row.getString("speaker"),
                row.getInt("minutes"),
                row.getBoolean("principal"),
                row.getObject("unit_id", UUID.class),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Topic.State.valueOf(row.getString("state")),
                row.getString("answer"));
    }

    void insert(Topic topic) {
        jdbc.sql("""
                insert into meetings.topic (id, version, meeting_id, place, title, reason, speaker, minutes, principal, unit_id,
                    proposed_by, proposed_at, state)
                values (:id, 1, :meeting, :place, :title, :reason, :speaker, :minutes, :principal, :unit, :by, :at, :state)
                """)
                .param("id", topic.id())
                .param("meeting", topic.meetingId())
                .param("place", topic.place())
                .param("title", topic.title())
                .param("reason", topic.reason())
                .param("speaker", topic.speaker())
                .param("minutes", topic.minutes())
                .param("principal", topic.principal())
                .param("unit", topic.unitId())
                .param("by", topic.proposedBy())
                .param("at", Sql.at(topic.proposedAt()))
                .param("state", topic.state().name())
                .update();
    }

    void answer(UUID id, Topic.State state, String answer) {
        jdbc.sql("update meetings.topic set version = version + 1, state = :state, answer = :answer where id = :id")
                .param("state", state.name())
                .param("answer", answer.isEmpty() ? null : answer)
                .param("id", id)
                .update();
    }

    /** False where somebody changed it meanwhile. */
    boolean change(UUID id, int version, String speaker, int minutes, boolean principal) {
        return jdbc.sql("""
                        update meetings.topic set version = version + 1, speaker = :speaker, minutes = :minutes, principal = :principal
                        where id = :id and version = :version
                        """)
                        .param("speaker", speaker)
                        .param("minutes", minutes)
                        .param("principal", principal)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void place(UUID id, int place) {
        jdbc.sql("update meetings.topic set place = :place where id = :id")
                .param("place", place)
                .param("id", id)
                .update();
    }

    void moveTo(UUID fromMeeting, UUID toMeeting, int firstPlace) {
        jdbc.sql("""
                update meetings.topic set meeting_id = :to, place = place + :first, version = version + 1
                where meeting_id = :from and state in ('PROPOSED', 'ACCEPTED')
                """)
                .param("to", toMeeting)
                .param("first", firstPlace)
                .param("from", fromMeeting)
                .update();
    }

    void attach(UUID topicId, Collection<UUID> files) {
        jdbc.sql(
                        "insert into meetings.topic_file (topic_id, file_id) select :topic, unnest(:files) on conflict do nothing")
                .param("topic", topicId)
                .param("files", Sql.ids(files))
                .update();
    }

    /** A paper of a topic. */
    record Attached(UUID topicId, UUID fileId) {}

    List<Attached> files(UUID meetingId) {
        return jdbc.sql("""
                        select f.topic_id, f.file_id from meetings.topic_file f join meetings.topic t on t.id = f.topic_id
                        where t.meeting_id = :meeting order by f.file_id
                        """).param("meeting", meetingId).query(Attached.class).list();
    }

    List<Request> requests(UUID meetingId) {
        return jdbc.sql("select * from meetings.topic_request where meeting_id = :meeting")
                .param("meeting", meetingId)
                .query((row, number) -> new Request(
                        row.getObject("meeting_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getObject("answered_at", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("answered_at", OffsetDateTime.class)
                                        .toInstant(),
                        row.getBoolean("none")))
                .list();
    }

    void ask(UUID meetingId, UUID unitId, Instant due, UUID by, Instant now) {
        jdbc.sql("""
                insert into meetings.topic_request (meeting_id, unit_id, due, asked_by, asked_at)
                values (:meeting, :unit, :due, :by, :now)
                on conflict (meeting_id, unit_id) do update set due = excluded.due
                """)
                .param("meeting", meetingId)
                .param("unit", unitId)
                .param("due", Sql.at(due))
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }

    void answered(UUID meetingId, UUID unitId, UUID by, boolean none, Instant now) {
        jdbc.sql("""
                update meetings.topic_request set answered_at = coalesce(answered_at, :now), answered_by = :by, none = :none
                where meeting_id = :meeting and unit_id = :unit
                """)
                .param("now", Sql.at(now))
                .param("by", by)
                .param("none", none)
                .param("meeting", meetingId)
                .param("unit", unitId)
                .update();
    }
}
