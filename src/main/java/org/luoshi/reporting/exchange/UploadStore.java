package org.luoshi.reporting.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of each upload how far it is in, also when it broke off. A person sees their own. */
@Component
@Transactional
public class UploadStore {

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final Clock clock;

    UploadStore(JdbcClient jdbc, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    public UUID begin(OpenRound open, String name, Actor sender) {
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                        insert into reporting.upload (id, regime, period, name, sender_id, rows_read, taken, unchanged, refused,
                            started_at, heard_at)
                        values (:id, :regime, :period, :name, :sender, 0, 0, 0, 0, :now, :now)
                        """)
                .param("id", id)
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("name", name)
                .param("sender", sender.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
        return id;
    }

    /** Counts anew what is sent again from its beginning. Refused (UNKNOWN_UPLOAD) where it is not the sender's or for another round. */
    public void resume(UUID id, OpenRound open, Actor sender) {
        int known = jdbc.sql("""
                        update reporting.upload set rows_read = 0, taken = 0, unchanged = 0, refused = 0, heard_at = :now,
                            ended_at = null, stopped_for = null
                        where id = :id and sender_id = :sender and regime = :regime and period = :period
                        """)
                .param("id", id)
                .param("sender", sender.personId())
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("now", Sql.at(clock.instant()))
                .update();
        if (known == 0) {
            throw ExchangeError.UNKNOWN_UPLOAD.with(Map.of("id", id));
        }
    }

    void heard(UUID id, BulkCounts counts) {
        write(id, counts, false, null);
    }

    /** @param stoppedFor code of what ended it early; null where all was read */
    void end(UUID id, OpenRound open, BulkCounts counts, @Nullable String stoppedFor, Actor sender) {
        write(id, counts, true, stoppedFor);
        history.record(
                new HistoryFact(
                        open.regime().key(),
                        "reporting.upload",
                        id,
                        stoppedFor == null ? "ended" : "stopped",
                        Map.of(
                                "period", open.round().period(),
                                "read", counts.read(),
                                "taken", counts.taken(),
                                "unchanged", counts.unchanged(),
                                "refused", counts.refused()),
                        null),
                sender);
    }

    private void write(UUID id, BulkCounts counts, boolean ended, @Nullable String stoppedFor) {
        jdbc.sql("""
                        update reporting.upload set rows_read = :read, taken = :taken, unchanged = :unchanged, refused = :refused,
                            heard_at = :now, ended_at = case when :ended then cast(:now as timestamptz) end, stopped_for = :stopped
                        where id = :id
                        """)
                .param("read", counts.read())
                .param("taken", counts.taken())
                .param("unchanged", counts.unchanged())
                .param("refused", counts.refused())
                .param("now", Sql.at(clock.instant()))
                .param("ended", ended)
                .param("stopped", stoppedFor, java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public UploadRow require(UUID id, Actor sender) {
        return jdbc.sql("""
                        select u.*, r.key, r.title from reporting.upload u join reporting.regime r on r.id = u.regime
                        where u.sender_id = :sender and u.id = :id
                        """)
                .param("id", id)
                .param("sender", sender.personId())
                .query(UploadStore::read)
                .optional()
                .orElseThrow(() -> ExchangeError.UNKNOWN_UPLOAD.with(Map.of("id", id)));
    }

    private static UploadRow read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new UploadRow(
                row.getObject("id", UUID.class),
                row.getObject("key", UUID.class),
                row.getString("title"),
                row.getObject("period", LocalDate.class),
                row.getString("name"),
                BulkCounts.read(row),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("stopped_for"));
    }
}
