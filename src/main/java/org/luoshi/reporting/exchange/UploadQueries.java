package org.luoshi.reporting.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A person's own uploads and what was not taken of them. */
@Component
@Transactional(readOnly = true)
public class UploadQueries {

    /** More wrong rows than anybody mends by hand; what is wrong with so many shows in the first. */
    public static final int MOST_REFUSALS = 10_000;

    private static final int SHOWN = 100;
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {};
    private static final String SELECT = """
            select u.*, r.key, r.title from reporting.upload u join reporting.regime r on r.id = u.regime
            where u.sender_id = :sender
            """;

    private final JdbcClient jdbc;
    private final JobsApi jobs;
    private final JsonMapper json;
    private final Clock clock;

    UploadQueries(JdbcClient jdbc, JobsApi jobs, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** Refused (UNKNOWN_UPLOAD) where it is not this person's. */
    public UploadView require(UUID id, Actor sender) {
        return jdbc.sql(SELECT + " and u.id = :id")
                .param("sender", sender.personId())
                .param("id", id)
                .query((row, index) -> read(row, sender))
                .optional()
                .orElseThrow(() -> ExchangeError.UNKNOWN_UPLOAD.with(Map.of("id", id)));
    }

    /** The last hundred, newest first. */
    public List<UploadView> of(Actor sender) {
        return jdbc.sql(SELECT + " order by u.started_at desc, u.id desc limit :limit")
                .param("sender", sender.personId())
                .param("limit", SHOWN)
                .query((row, index) -> read(row, sender))
                .list();
    }

    /** The first rows that were not taken, by their numbers. */
    public List<UploadRefusal> refusals(UploadView upload, int limit) {
        return jdbc.sql("""
                        select line, unit, code, details::text as details from reporting.upload_refusal
                        where upload = :id order by line, number limit :limit
                        """)
                .param("id", upload.id())
                .param("limit", limit)
                .query((row, index) -> new UploadRefusal(
                        row.getLong("line"),
                        row.getString("unit"),
                        row.getString("code"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }

    private UploadView read(ResultSet row, Actor sender) throws SQLException {
        @Nullable Instant ended = instant(row, "ended_at");
        @Nullable UUID job = row.getObject("job", UUID.class);
        String stoppedFor = row.getString("stopped_for");
        Instant heard = row.getObject("heard_at", OffsetDateTime.class).toInstant();
        UploadState state = ended != null
                ? stoppedFor == null ? UploadState.DONE : UploadState.STOPPED
                : isAlive(job, heard, sender) ? UploadState.RUNNING : UploadState.CUT;
        return new UploadView(
                row.getObject("id", UUID.class),
                row.getObject("key", UUID.class),
                row.getString("title"),
                row.getObject("period", LocalDate.class),
                row.getString("name"),
                BulkCounts.read(row),
                row.getLong("left_empty"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended,
                stoppedFor,
                job,
                state);
    }

    private boolean isAlive(@Nullable UUID job, Instant heard, Actor sender) {
        return job == null
                ? clock.instant().isBefore(heard.plus(SILENCE))
                : jobs.find(job, sender)
                        .map(work -> work.state() == Job.State.RUNNING)
                        .orElse(false);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
