package org.luoshi.jobs.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.platform.Sql;
import org.luoshi.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Long work in its table. */
@Component
class JobStore {

    /** A process says every few seconds that it lives; after this silence its work counts as lost. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Texts texts;
    private final Clock clock;

    JobStore(JdbcClient jdbc, JsonMapper json, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    void insert(UUID id, String kindKey, Map<String, String> arguments, UUID startedBy) {
        jdbc.sql("""
                        insert into jobs.job
                            (id, kind_key, arguments, done, total, cancel_asked, started_by, started_at, heartbeat_at)
                        values (:id, :kind, :arguments::jsonb, 0, 0, false, :by, :now, :now)
                        """)
                .param("id", id)
                .param("kind", kindKey)
                .param("arguments", json.writeValueAsString(arguments))
                .param("by", startedBy)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void progress(UUID id, long done, long total) {
        jdbc.sql("update jobs.job set done = :done, total = :total, heartbeat_at = :now where id = :id")
                .param("done", done)
                .param("total", total)
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
    }

    void beat(Collection<UUID> ids) {
        jdbc.sql("update jobs.job set heartbeat_at = :now where id = any(:ids) and ending is null")
                .param("now", Sql.at(clock.instant()))
                .param("ids", Sql.ids(ids))
                .update();
    }

    boolean isCancelAsked(UUID id) {
        return jdbc.sql("select cancel_asked from jobs.job where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void askCancel(UUID id) {
        jdbc.sql("update jobs.job set cancel_asked = true where id = :id and ending is null")
                .param("id", id)
                .update();
    }

    void end(UUID id, Job.State ending, @Nullable JobOutcome outcome, @Nullable Failure failure) {
        jdbc.sql("""
                        update jobs.job set ending = :ending, outcome = :outcome::jsonb, failure = :failure::jsonb, ended_at = :now,
                            done = case when :ending = 'DONE' and total > 0 then total else done end
                        where id = :id
                        """)
                .param("ending", ending.name())
                .param("outcome", outcome == null ? null : json.writeValueAsString(outcome), Types.VARCHAR)
                .param("failure", failure == null ? null : json.writeValueAsString(failure), Types.VARCHAR)
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
    }

    Optional<Job> find(UUID id, UUID viewer) {
        return jdbc.sql("select * from jobs.job where id = :id and started_by = :viewer")
                .param("id", id)
                .param("viewer", viewer)
                .query(this::read)
                .optional();
    }

    List<Job> recent(UUID starter, Instant since) {
        return jdbc.sql("""
                        select * from jobs.job
                        where started_by = :starter and (ended_at is null and heartbeat_at >= :since or ended_at >= :since)
                        order by started_at desc, id desc limit 20
                        """)
                .param("starter", starter)
                .param("since", Sql.at(since))
                .query(this::read)
                .list();
    }

    private Job read(ResultSet row, int number) throws SQLException {
        String ending = row.getString("ending");
        String outcome = row.getString("outcome");
        String failure = row.getString("failure");
        Instant heartbeat = instant(row, "heartbeat_at");
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind_key"),
                json.readValue(row.getString("arguments"), TEXTS),
                ending == null ? liveState(heartbeat) : Job.State.valueOf(ending),
                row.getLong("done"),
                row.getLong("total"),
                outcome == null ? null : json.readValue(outcome, JobOutcome.class),
                failure == null ? null : inReadersLanguage(json.readValue(failure, Failure.class)),
                row.getObject("started_by", UUID.class),
                instant(row, "started_at"),
                row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
    }

    private Job.State liveState(Instant heartbeat) {
        return heartbeat.plus(SILENCE).isBefore(clock.instant()) ? Job.State.LOST : Job.State.RUNNING;
    }

    private String inReadersLanguage(Failure failure) {
        return texts.reason(LocaleContextHolder.getLocale(), failure.code(), failure.details());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
