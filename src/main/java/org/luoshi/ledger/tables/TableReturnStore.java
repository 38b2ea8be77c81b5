package org.luoshi.ledger.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files that came back, until what they change is carried out. */
@Component
class TableReturnStore {

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    TableReturnStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A file that came back, with what was decided about its rows. */
    record Upload(
            UUID id,
            int version,
            String fileName,
            String sha256,
            TableReturnContent content,
            Map<Integer, TableDecision> decisions,
            @Nullable UUID jobId) {}

    void insert(UUID id, Actor owner, String fileName, String sha256, TableReturnContent content) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into ledger.table_return
                    (id, version, owner_id, owner_name, file_name, sha256, content, decisions, created_at, expires_at)
                values (:id, 1, :owner, :name, :file, :sha256, :content::jsonb, '{}'::jsonb, :now, :expires)
                """)
                .param("id", id)
                .param("owner", owner.personId())
                .param("name", owner.name())
                .param("file", fileName)
                .param("sha256", sha256)
                .param("content", json.writeValueAsString(content))
                .param("now", Sql.at(now))
                .param("expires", Sql.at(now.plus(KEPT)))
                .update();
    }

    /** Only its owner finds it. Refused where it was carried out already. */
    Upload require(UUID id, Actor actor) {
        return find(id, actor, "");
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Upload lock(UUID id, Actor actor) {
        return find(id, actor, "for update");
    }

    private Upload find(UUID id, Actor actor, String lock) {
        return jdbc.sql("""
                select id, version, file_name, sha256, content, decisions, job_id, applied_at from ledger.table_return
                where id = :id and owner_id = :owner %s
                """.formatted(lock))
                .param("id", id)
                .param("owner", actor.personId())
                .query(this::upload)
                .optional()
                .orElseThrow(() -> TableError.UNKNOWN.with(Map.of("id", id)));
    }

    private Upload upload(ResultSet row, int number) throws SQLException {
        if (row.getTimestamp("applied_at") != null) {
            throw TableError.ALREADY_APPLIED.plain();
        }
        return new Upload(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("file_name"),
                row.getString("sha256"),
                json.readValue(row.getString("content"), TableReturnContent.class),
                json.readValue(row.getString("decisions"), new TypeReference<Map<Integer, TableDecision>>() {}),
                row.getObject("job_id", UUID.class));
    }

    void decide(UUID id, int version, Map<Integer, TableDecision> decisions) {
        int changed = jdbc.sql("""
                update ledger.table_return set decisions = :decisions::jsonb, version = version + 1
                where id = :id and version = :version and applied_at is null
                """)
                .param("decisions", json.writeValueAsString(decisions))
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw TableError.CHANGED_MEANWHILE.plain();
        }
    }

    void startedBy(UUID id, UUID jobId) {
        jdbc.sql("update ledger.table_return set job_id = :job where id = :id")
                .param("job", jobId)
                .param("id", id)
                .update();
    }

    void applied(UUID id, int changed, int drafted) {
        jdbc.sql("""
                update ledger.table_return set applied_at = :now, changed = :changed, drafted = :drafted, content = null
                where id = :id
                """)
                .param("now", Sql.at(clock.instant()))
                .param("changed", changed)
                .param("drafted", drafted)
                .param("id", id)
                .update();
    }

    List<TableReturns.Open> openOf(Actor actor) {
        return jdbc.sql("""
                select id, file_name, created_at from ledger.table_return
                where owner_id = :owner and applied_at is null and expires_at > :now order by created_at desc, id desc limit 20
                """)
                .param("owner", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .query((row, n) -> new TableReturns.Open(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from ledger.table_return where id = :id and applied_at is null")
                .param("id", id)
                .update();
    }

    /** What nobody finished is forgotten after two days. */
    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        jdbc.sql("delete from ledger.table_return where applied_at is null and expires_at < :now")
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
