package org.luoshi.reporting.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is known of an upload by a person beyond its counts: the work that reads it, and what was not taken of it. */
@Component
@Transactional
class UploadNotes {

    static final String CANCELLED = "reporting.upload.cancelled";

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final JsonMapper json;

    UploadNotes(JdbcClient jdbc, HistoryApi history, JsonMapper json) {
        this.jdbc = jdbc;
        this.history = history;
        this.json = json;
    }

    void readBy(UUID upload, UUID job) {
        jdbc.sql("update reporting.upload set job = :job where id = :id")
                .param("job", job)
                .param("id", upload)
                .update();
    }

    void leftEmpty(UUID upload, long rows) {
        jdbc.sql("update reporting.upload set left_empty = :rows where id = :id")
                .param("rows", rows)
                .param("id", upload)
                .update();
    }

    /** Somebody pressed the button; what was read until then stays in. */
    void cancelled(UUID upload, OpenRound open, Actor actor) {
        jdbc.sql("update reporting.upload set stopped_for = :code where id = :id")
                .param("code", CANCELLED)
                .param("id", upload)
                .update();
        history.record(
                new HistoryFact(
                        open.regime().key(),
                        "reporting.upload",
                        upload,
                        "cancelled",
                        Map.of("period", open.round().period()),
                        null),
                actor);
    }

    /** @param first the number of the first of them, in the order in which they were told */
    void refused(UUID upload, int first, List<UploadRefusal> rows) {
        jdbc.sql("""
                        insert into reporting.upload_refusal (upload, number, line, unit, code, details)
                        select :upload, :first + n - 1, line, unit, code, details::jsonb
                        from unnest(:rows, :units, :codes, :details) with ordinality as t (line, unit, code, details, n)
                        """)
                .param("upload", upload)
                .param("first", first)
                .param("rows", rows.stream().map(UploadRefusal::row).toArray(Long[]::new))
                .param("units", Sql.texts(rows.stream().map(UploadRefusal::unit).toList()))
                .param("codes", Sql.texts(rows.stream().map(UploadRefusal::code).toList()))
                .param(
                        "details",
                        Sql.texts(rows.stream()
                                .map(row -> json.writeValueAsString(row.details()))
                                .toList()))
                .update();
    }
}
