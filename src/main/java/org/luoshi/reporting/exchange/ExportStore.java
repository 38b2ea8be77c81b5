package org.luoshi.reporting.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says of each file how far it is, apart from the long reading that makes it. A person sees their own of the last day. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class ExportStore {

    private static final Duration SHOWN = Duration.ofDays(1);
    private static final Duration SILENT = Duration.ofSeconds(30);
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final Clock clock;

    ExportStore(JdbcClient jdbc, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    UUID begin(OpenRound open, long node, ExportKind kind, boolean personal, int total, Actor actor) {
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                        insert into reporting.export (id, regime, period, place, kind, personal, by_id, rows_total, rows_done, started_at,
                            heard_at, stopped)
                        values (:id, :regime, :period, :place, :kind, :personal, :by, :total, 0, :now, :now, false)
                        """)
                .param("id", id)
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("place", node)
                .param("kind", kind.name())
                .param("personal", personal)
                .param("by", actor.personId())
                .param("total", total)
                .param("now", Sql.at(clock.instant()))
                .update();
        history.record(
                new HistoryFact(
                        open.regime().key(),
                        "reporting.export",
                        id,
                        "taken",
                        Map.of(
                                "period",
                                open.round().period(),
                                "place",
                                node == PlaceKey.ALL ? "" : node,
                                "kind",
                                kind.ending(),
                                "rows",
                                total),
                        null),
                actor);
        return id;
    }

    void heard(UUID id, int done) {
        jdbc.sql("update reporting.export set rows_done = :done, heard_at = :now where id = :id")
                .param("done", done)
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
    }

    void end(UUID id, int done, boolean stopped) {
        jdbc.sql("""
                        update reporting.export set rows_done = :done, heard_at = :now, ended_at = :now, stopped = :stopped where id = :id
                        """)
                .param("done", done)
                .param("now", Sql.at(clock.instant()))
                .param("stopped", stopped)
                .param("id", id)
                .update();
    }

    /** The person's files of this round, newest first; one that was not heard of for half a minute counts as broken off. */
    public List<ExportRow> recent(OpenRound open, Actor actor) {
        return jdbc.sql("""
                        select *, stopped or ended_at is null and heard_at < :silent as broken from reporting.export
                        where by_id = :by and regime = :regime and period = :period and started_at > :since
                        order by started_at desc, id desc limit :most
                        """)
                .param("silent", Sql.at(clock.instant().minus(SILENT)))
                .param("by", actor.personId())
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("since", Sql.at(clock.instant().minus(SHOWN)))
                .param("most", MOST)
                .query(ExportStore::read)
                .list();
    }

    private static ExportRow read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ExportRow(
                row.getObject("id", UUID.class),
                row.getLong("place"),
                ExportKind.valueOf(row.getString("kind")),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getBoolean("broken"));
    }
}
