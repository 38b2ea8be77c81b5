package org.luoshi.ledger.core;

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

/** Tables between the steps of bringing them in. */
@Component
class ImportStore {

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A table as it was sent, with what was decided about it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Upload(
            UUID id,
            int version,
            UUID ownerId,
            String fileName,
            String sha256,
            byte[] content,
            ImportChoices choices,
            @Nullable UUID jobId,
            boolean filed) {}

    void insert(UUID id, Actor owner, String fileName, String sha256, byte[] content, ImportChoices choices) {
        jdbc.sql("""
                insert into ledger.import
                    (id, version, owner_id, owner_name, file_name, sha256, content, choices, created_at, expires_at)
                values (:id, 1, :owner, :name, :file, :sha256, :content, :choices::jsonb, :now, :expires)
                """)
                .param("id", id)
                .param("owner", owner.personId())
                .param("name", owner.name())
                .param("file", fileName)
                .param("sha256", sha256)
                .param("content", content)
                .param("choices", json.writeValueAsString(choices))
                .param("now", Sql.at(clock.instant()))
                .param("expires", Sql.at(clock.instant().plus(KEPT)))
                .update();
    }

    /** Only its owner finds it. */
    Upload require(UUID id, Actor actor) {
        return find(id, actor, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Upload lock(UUID id, Actor actor) {
        return find(id, actor, "for update");
    }

    private Upload find(UUID id, Actor actor, String lock) {
        return jdbc.sql("""
                select id, version, owner_id, file_name, sha256, content, choices, job_id, filed_at from ledger.import
                where id = :id and owner_id = :owner %s
                """.formatted(lock))
                .param("id", id)
                .param("owner", actor.personId())
                .query(this::upload)
                .optional()
                .orElseThrow(() -> ImportError.UNKNOWN.with(Map.of("id", id)));
    }

    private Upload upload(ResultSet row, int number) throws SQLException {
        byte[] content = row.getBytes("content");
        return new Upload(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("owner_id", UUID.class),
                row.getString("file_name"),
                row.getString("sha256"),
                content == null ? new byte[0] : content,
                json.readValue(row.getString("choices"), ImportChoices.class),
                row.getObject("job_id", UUID.class),
                row.getTimestamp("filed_at") != null);
    }

    void choose(Upload seen, int version, ImportChoices choices) {
        int changed = jdbc.sql("""
                update ledger.import set choices = :choices::jsonb, version = version + 1
                where id = :id and version = :version and filed_at is null
                """)
                .param("choices", json.writeValueAsString(choices))
                .param("id", seen.id())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw ImportError.CHANGED_MEANWHILE.plain();
        }
    }

    void startedBy(UUID id, UUID jobId) {
        jdbc.sql("update ledger.import set job_id = :job where id = :id")
                .param("job", jobId)
                .param("id", id)
                .update();
    }

    void filed(UUID id, UUID sourceId, int items) {
        jdbc.sql("""
                update ledger.import set filed_at = :now, source_id = :source, item_count = :items, content = null
                where id = :id
                """)
                .param("now", Sql.at(clock.instant()))
                .param("source", sourceId)
                .param("items", items)
                .param("id", id)
                .update();
    }

    Optional<ImportDryRun.Earlier> filedBefore(String sha256) {
        return jdbc.sql("""
                select owner_name, filed_at, item_count from ledger.import
                where sha256 = :sha256 and filed_at is not null order by filed_at desc, id desc limit 1
                """)
                .param("sha256", sha256)
                .query((row, n) -> new ImportDryRun.Earlier(
                        row.getString("owner_name"),
                        row.getTimestamp("filed_at").toInstant(),
                        row.getInt("item_count")))
                .optional();
    }

    List<ImportLedgerService.Open> openOf(Actor actor) {
        return jdbc.sql("""
                select id, file_name, created_at from ledger.import
                where owner_id = :owner and filed_at is null and expires_at > :now order by created_at desc, id desc limit 20
                """)
                .param("owner", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .query((row, n) -> new ImportLedgerService.Open(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from ledger.import where id = :id and filed_at is null")
                .param("id", id)
                .update();
    }

    /** What nobody finished is forgotten after two days. */
    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        Instant now = clock.instant();
        jdbc.sql("delete from ledger.import where filed_at is null and expires_at < :now")
                .param("now", Sql.at(now))
                .update();
    }
}
