package org.luoshi.intake.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Papers between the steps of taking them in. */
@Component
class PaperStore {

    private static final Duration KEPT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PaperStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(
            UUID id,
            Actor owner,
            @Nullable String fileName,
            String sha256,
            byte @Nullable [] content,
            String body,
            PaperDraft draft) {
        jdbc.sql("""
                insert into intake.paper
                    (id, version, owner_id, owner_name, file_name, sha256, content, body, draft, created_at, expires_at)
                values (:id, 1, :owner, :name, :file, :sha256, :content, :body, :draft::jsonb, :now, :expires)
                """)
                .param("id", id)
                .param("owner", owner.personId())
                .param("name", owner.name())
                .param("file", fileName)
                .param("sha256", sha256)
                .param("content", content)
                .param("body", body)
                .param("draft", json.writeValueAsString(draft))
                .param("now", Sql.at(clock.instant()))
                .param("expires", Sql.at(clock.instant().plus(KEPT)))
                .update();
    }

    /** Only its owner finds it. */
    IntakePaper require(UUID id, Actor actor) {
        return find(id, actor, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    IntakePaper lock(UUID id, Actor actor) {
        return find(id, actor, "for update");
    }

    private IntakePaper find(UUID id, Actor actor, String lock) {
        return jdbc.sql("""
                select id, version, file_name, sha256, body, draft, created_at, filed_at, source_id from intake.paper
                where id = :id and owner_id = :owner %s
                """.formatted(lock))
                .param("id", id)
                .param("owner", actor.personId())
                .query(this::paper)
                .optional()
                .orElseThrow(() -> IntakeError.UNKNOWN.with(Map.of("id", id)));
    }

    private IntakePaper paper(ResultSet row, int number) throws SQLException {
        String body = row.getString("body");
        return new IntakePaper(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("file_name"),
                row.getString("sha256"),
                body == null ? "" : body,
                json.readValue(row.getString("draft"), PaperDraft.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("filed_at") != null,
                row.getObject("source_id", UUID.class));
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from intake.paper where id = :id and content is not null")
                .param("id", id)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    void change(UUID id, int seenVersion, PaperDraft draft) {
        int changed = jdbc.sql("""
                update intake.paper set draft = :draft::jsonb, version = version + 1
                where id = :id and version = :version and filed_at is null
                """)
                .param("draft", json.writeValueAsString(draft))
                .param("id", id)
                .param("version", seenVersion)
                .update();
        if (changed == 0) {
            throw IntakeError.CHANGED_MEANWHILE.plain();
        }
    }

    void filed(UUID id, UUID sourceId, int items) {
        jdbc.sql("""
                update intake.paper
                set filed_at = :now, source_id = :source, item_count = :items, content = null, body = null
                where id = :id
                """)
                .param("now", Sql.at(clock.instant()))
                .param("source", sourceId)
                .param("items", items)
                .param("id", id)
                .update();
    }

    /** Who filed the same file last. */
    Optional<IntakePaper.Earlier> filedBefore(String sha256) {
        return jdbc.sql("""
                select owner_name, filed_at, item_count, source_id from intake.paper
                where sha256 = :sha256 and filed_at is not null order by filed_at desc, id desc limit 1
                """)
                .param("sha256", sha256)
                .query((row, n) -> new IntakePaper.Earlier(
                        row.getString("owner_name"),
                        row.getTimestamp("filed_at").toInstant(),
                        row.getInt("item_count"),
                        row.getObject("source_id", UUID.class)))
                .optional();
    }

    List<IntakePaper.Open> openOf(Actor actor) {
        return jdbc.sql("""
                select id, coalesce(file_name, draft ->> 'title') as name, draft ->> 'title' as title,
                       jsonb_array_length(draft -> 'items') as items, created_at
                from intake.paper
                where owner_id = :owner and filed_at is null and expires_at > :now order by created_at desc, id desc limit 100
                """)
                .param("owner", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .query((row, n) -> new IntakePaper.Open(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("title"),
                        row.getInt("items"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from intake.paper where id = :id and filed_at is null")
                .param("id", id)
                .update();
    }

    /** What nobody finished is forgotten after two weeks. */
    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        Instant now = clock.instant();
        jdbc.sql("delete from intake.paper where filed_at is null and expires_at < :now")
                .param("now", Sql.at(now))
                .update();
    }
}
