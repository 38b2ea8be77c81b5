package org.luoshi.history.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.luoshi.history.HistoryFact;
import org.luoshi.history.HistoryLine;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes lines and reads them back. */
@Component
public class HistoryLines {

    static final String COLUMNS = """
            line.number, line.scope_id, line.subject_kind, line.subject_id, line.action, line.details::text as details,
            line.reason, line.actor_id, line.actor_name, line.actor_from, line.happened_at""";

    private static final int LINES_AT_A_TIME = 1000;

    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    HistoryLines(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(HistoryFact fact, Actor actor) {
        Map<String, String> details = new TreeMap<>();
        fact.details().forEach((name, value) -> details.put(name, storable(value.toString())));
        jdbc.sql("""
                        insert into history.line (scope_id, subject_kind, subject_id, action, details, reason,
                                                  actor_id, actor_name, actor_from, happened_at)
                        values (:scope, :kind, :subject, :action, cast(:details as jsonb), :reason,
                                :actor, :actorName, :actorFrom, :at)
                        """)
                .param("scope", fact.scopeId())
                .param("kind", fact.subjectKind())
                .param("subject", fact.subjectId())
                .param("action", fact.action())
                .param("details", json.writeValueAsString(details))
                .param("reason", fact.reason() == null ? null : storable(fact.reason()))
                .param("actor", actor.personId())
                .param("actorName", actor.name())
                .param("actorFrom", actor.from())
                .param("at", Sql.at(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    public List<HistoryLine> of(UUID scopeId, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from history.line where scope_id = :scope order by number desc limit :limit")
                .param("scope", scopeId)
                .param("limit", limit)
                .query(mapper())
                .list();
    }

    public List<HistoryLine> ofOthers(UUID scopeId, String subjectKind, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from history.line where scope_id = :scope and subject_kind <> :kind order by number desc limit :limit")
                .param("scope", scopeId)
                .param("kind", subjectKind)
                .param("limit", limit)
                .query(mapper())
                .list();
    }

    /** All of one scope, oldest first; never more than some thousand in memory. */
    @Transactional(readOnly = true)
    public void each(UUID scopeId, Consumer<HistoryLine> reader) {
        RowMapper<HistoryLine> mapper = mapper();
        jdbc.sql("select " + COLUMNS + " from history.line where scope_id = :scope order by number")
                .param("scope", scopeId)
                .withFetchSize(LINES_AT_A_TIME)
                .query((ResultSet row) -> reader.accept(Objects.requireNonNull(mapper.mapRow(row, 0))));
    }

    public long countOf(UUID scopeId) {
        return jdbc.sql("select count(*) from history.line where scope_id = :scope")
                .param("scope", scopeId)
                .query(Long.class)
                .single();
    }

    /** What an auditor looks for, newest first, below a number. */
    public List<HistoryLine> search(HistorySearch search, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from history.line
                        where number < :before
                          and (cast(:scope as uuid) is null or scope_id = :scope or subject_id = :scope)
                          and (cast(:from as timestamptz) is null or happened_at >= :from and happened_at < :to)
                          and (:actor = '' or actor_name = :actor)
                        order by number desc limit :limit
                        """)
                .param("before", search.before())
                .param("scope", search.scopeId())
                .param("from", Sql.at(search.from()))
                .param("to", Sql.at(search.to()))
                .param("actor", search.actorName())
                .param("limit", limit)
                .query(mapper())
                .list();
    }

    RowMapper<HistoryLine> mapper() {
        return (row, index) -> line(row);
    }

    HistoryLine line(ResultSet row) throws SQLException {
        return new HistoryLine(
                row.getLong("number"),
                row.getObject("scope_id", UUID.class),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("action"),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("reason"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_name"),
                row.getString("actor_from"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }

    /** PostgreSQL holds every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
