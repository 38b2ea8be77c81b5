package org.luoshi.meetings.after;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Minutes, decisions and who was asked to agree, as rows. */
@Component
class MinutesStore {

    private final JdbcClient jdbc;

    MinutesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Minutes> find(UUID meetingId) {
        return jdbc.sql("select * from meetings.minutes where meeting_id = :id")
                .param("id", meetingId)
                .query(MinutesStore::minutes)
                .optional();
    }

    private static Minutes minutes(ResultSet row, int number) throws SQLException {
        return new Minutes(
                row.getObject("meeting_id", UUID.class),
                row.getInt("version"),
                row.getInt("text_version"),
                row.getString("number"),
                row.getString("present"),
                row.getString("absent"),
                row.getString("body"),
                row.getObject("writer_id", UUID.class),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getObject("signed_by", UUID.class),
                instant(row, "signed_at"),
                row.getString("signed_over"),
                row.getObject("source_id", UUID.class),
                instant(row, "filed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** False where somebody wrote meanwhile. */
    boolean write(UUID meetingId, WrittenMinutes written, int textVersion, UUID writer, Instant now) {
        String sql = written.seenVersion() == 0 ? """
                  insert into meetings.minutes (meeting_id, version, text_version, number, present, absent, body, writer_id, written_at)
                  values (:id, :seen + 1, :text, :number, :present, :absent, :body, :writer, :now) on conflict do nothing
                  """ : """
                  update meetings.minutes set version = version + 1, text_version = :text, number = :number, present = :present,
                      absent = :absent, body = :body, writer_id = :writer, written_at = :now
                  where meeting_id = :id and version = :seen
                  """;
        return jdbc.sql(sql)
                        .param("id", meetingId)
                        .param("seen", written.seenVersion())
                        .param("text", textVersion)
                        .param("number", written.number())
                        .param("present", written.present())
                        .param("absent", written.absent())
                        .param("body", written.body())
                        .param("writer", writer)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Keeps the text as it was saved. */
    void keepText(UUID meetingId, MinutesText text) {
        jdbc.sql("""
                insert into meetings.minutes_text (meeting_id, version, text_version, content, writer_id, written_at)
                values (:meeting, :version, :text, :content, :writer, :now)
                """)
                .param("meeting", meetingId)
                .param("version", text.version())
                .param("text", text.textVersion())
                .param("content", text.content())
                .param("writer", text.writerId())
                .param("now", Sql.at(text.writtenAt()))
                .update();
    }

    /** Newest first. */
    List<MinutesText> texts(UUID meetingId) {
        return jdbc.sql("select * from meetings.minutes_text where meeting_id = :meeting order by version desc")
                .param("meeting", meetingId)
                .query((row, number) -> new MinutesText(
                        row.getInt("version"),
                        row.getInt("text_version"),
                        row.getString("content"),
                        row.getObject("writer_id", UUID.class),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Everybody who wrote any of it. */
    Set<UUID> writers(UUID meetingId) {
        return jdbc.sql("""
                        select writer_id from meetings.minutes where meeting_id = :meeting
                        union select writer_id from meetings.minutes_text where meeting_id = :meeting
                        """).param("meeting", meetingId).query(UUID.class).set();
    }

    void sign(UUID meetingId, @Nullable String over, UUID by, Instant now) {
        jdbc.sql("""
                update meetings.minutes set version = version + 1, signed_by = :by, signed_at = :now, signed_over = :over
                where meeting_id = :id
                """)
                .param("over", over)
                .param("by", by)
                .param("now", Sql.at(now))
                .param("id", meetingId)
                .update();
    }

    void filed(UUID meetingId, UUID sourceId, Instant now) {
        jdbc.sql("""
                update meetings.minutes set version = version + 1, source_id = :source, filed_at = :now where meeting_id = :id
                """)
                .param("source", sourceId)
                .param("now", Sql.at(now))
                .param("id", meetingId)
                .update();
    }

    List<MeetingDecision> decisions(UUID meetingId) {
        return jdbc.sql("select * from meetings.decision where meeting_id = :id order by place")
                .param("id", meetingId)
                .query((row, number) -> new MeetingDecision(
                        row.getObject("id", UUID.class),
                        meetingId,
                        row.getInt("place"),
                        row.getString("text"),
                        row.getString("requirement"),
                        row.getBoolean("handed"),
                        row.getObject("lead_unit", UUID.class),
                        Arrays.asList((UUID[]) row.getArray("co_units").getArray()),
                        row.getObject("due", LocalDate.class),
                        row.getObject("item_id", UUID.class)))
                .list();
    }

    /** These and no others. */
    void decisions(UUID meetingId, List<MeetingDecision> decisions) {
        jdbc.sql("delete from meetings.decision where meeting_id = :id")
                .param("id", meetingId)
                .update();
        for (MeetingDecision decision : decisions) {
            jdbc.sql("""
                    insert into meetings.decision (id, meeting_id, place, text, requirement, handed, lead_unit, co_units, due)
                    values (:id, :meeting, :place, :text, :requirement, :handed, :lead, :co, :due)
                    """)
                    .param("id", decision.id())
                    .param("meeting", meetingId)
                    .param("place", decision.place())
                    .param("text", decision.text())
                    .param("requirement", decision.requirement())
                    .param("handed", decision.handed())
                    .param("lead", decision.leadUnit())
                    .param("co", Sql.ids(decision.coUnits()))
                    .param("due", decision.due())
                    .update();
        }
    }

    void handed(UUID decisionId, UUID itemId) {
        jdbc.sql("update meetings.decision set item_id = :item where id = :id")
                .param("item", itemId)
                .param("id", decisionId)
                .update();
    }

    List<Circulated> circulated(UUID meetingId) {
        return jdbc.sql("select * from meetings.circulation where meeting_id = :id order by asked_at, person_id")
                .param("id", meetingId)
                .query((row, number) -> new Circulated(
                        row.getObject("person_id", UUID.class),
                        row.getInt("text_version"),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getObject("agreed", Boolean.class),
                        row.getString("words"),
                        instant(row, "answered_at"),
                        row.getObject("answered_text", Integer.class)))
                .list();
    }

    /** Asks somebody, or asks them anew about another text. */
    void circulate(UUID meetingId, UUID personId, int textVersion, Instant due, UUID by, Instant now) {
        jdbc.sql("""
                insert into meetings.circulation (meeting_id, person_id, text_version, due, asked_by, asked_at)
                values (:meeting, :person, :text, :due, :by, :now)
                on conflict (meeting_id, person_id) do update set text_version = excluded.text_version, due = excluded.due,
                    asked_by = excluded.asked_by, asked_at = excluded.asked_at, agreed = null, words = null, answered_at = null
                """)
                .param("meeting", meetingId)
                .param("person", personId)
                .param("text", textVersion)
                .param("due", Sql.at(due))
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }

    void answer(UUID meetingId, UUID personId, boolean agreed, String words, Instant now) {
        jdbc.sql("""
                update meetings.circulation set agreed = :agreed, words = :words, answered_at = :now,
                    answered_text = text_version
                where meeting_id = :meeting and person_id = :person
                """)
                .param("agreed", agreed)
                .param("words", words.isEmpty() ? null : words)
                .param("now", Sql.at(now))
                .param("meeting", meetingId)
                .param("person", personId)
                .update();
    }

    /** Matters that decisions of meetings held between two instants became. */
    List<UUID> itemsBetween(Instant from, Instant before) {
        return jdbc.sql("""
                        select d.item_id from meetings.decision d join meetings.meeting m on m.id = d.meeting_id
                        where d.item_id is not null and m.held_at is not null and m.starts_at >= :from and m.starts_at < :before
                        """)
                .param("from", Sql.at(from))
                .param("before", Sql.at(before))
                .query(UUID.class)
                .list();
    }
}
