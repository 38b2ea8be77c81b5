package org.luoshi.notices.core;

import static org.luoshi.notices.core.NoticeError.UNKNOWN;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.Notice;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads inboxes. Everybody sees only their own. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class NoticeQueries {

    static final String ROW =
            "select id, text_key, arguments, href, rule_key, created_at, read_at from notices.notice ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Notice> inbox(UUID personId, int limit) {
        return jdbc.sql(
                        ROW
                                + "where person_id = :person order by read_at is not null, created_at desc, id desc limit :limit")
                .param("person", personId)
                .param("limit", limit)
                .query(this::notice)
                .list();
    }

    public int unread(UUID personId) {
        return jdbc.sql("select count(*) from notices.notice where person_id = :person and read_at is null")
                .param("person", personId)
                .query(Integer.class)
                .single();
    }

    public Notice own(UUID id, Actor actor) {
        return jdbc.sql(ROW + "where id = :id and person_id = :person")
                .param("id", id)
                .param("person", actor.personId())
                .query(this::notice)
                .optional()
                .orElseThrow(UNKNOWN::plain);
    }

    /** When the sweep last ran to its end; empty before the first time. */
    public Optional<Instant> lastSweep() {
        return jdbc.sql("select ran_at from notices.heartbeat where name = 'sweep'")
                .query((row, number) ->
                        row.getObject("ran_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("text_key"),
                json.readValue(row.getString("arguments"), new TypeReference<Map<String, String>>() {}),
                row.getString("href"),
                row.getString("rule_key"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "read_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
