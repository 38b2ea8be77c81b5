package org.luoshi.reporting.totals;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.ReportDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that the reports of a round are what was taken: the digest of each batch is made again from the table and compared with the one that
 * the sealed history holds. History and table are read as of one moment, so it may run while reports pour in.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class BatchCheck {

    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;
    private final HistoryApi history;

    BatchCheck(JdbcClient jdbc, HistoryApi history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Of a regime whose personal data was erased nothing can be proved any more: all its batches with such data differ. */
    public BatchCheckResult check(OpenRound open) {
        Map<Long, String> sealed = new HashMap<>();
        String period = open.round().period().toString();
        history.each(open.regime().key(), line -> take(line, period, sealed));
        Reading reading = new Reading(sealed);
        jdbc.sql("""
                        select batch, place, revision, kind, signer, at, values from reporting.report
                        where period = :period and regime = :regime order by batch, place
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .withFetchSize(ROWS_AT_A_TIME)
                .query(reading::take);
        return reading.end();
    }

    private static void take(HistoryLine line, String period, Map<Long, String> sealed) {
        if (line.subjectKind().equals("reporting.batch")
                && period.equals(line.details().get("period"))) {
            sealed.put(
                    Long.valueOf(line.details().getOrDefault("batch", "0")),
                    line.details().getOrDefault("digest", ""));
        }
    }

    /** Goes through the reports batch by batch; what is left of the sealed ones at the end has no reports. */
    private static final class Reading {

        private final Map<Long, String> sealed;
        private final int batches;
        private final TreeSet<Long> wrong = new TreeSet<>();
        private @Nullable MessageDigest digest;
        private long batch;

        Reading(Map<Long, String> sealed) {
            this.sealed = sealed;
            this.batches = sealed.size();
        }

        void take(ResultSet row) throws SQLException {
            if (digest == null || row.getLong("batch") != batch) {
                compare();
                batch = row.getLong("batch");
                digest = ReportDigest.start();
            }
            int kind = row.getInt("kind");
            ReportDigest.add(
                    digest,
                    row.getLong("place"),
                    row.getInt("revision"),
                    kind,
                    row.getString("signer"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    kind == 1 ? Figures.ZERO : Figures.stored(row.getString("values")));
        }

        private void compare() {
            if (digest == null) {
                return;
            }
            String now = HexFormat.of().formatHex(digest.digest());
            if (!now.equals(sealed.remove(batch))) {
                wrong.add(batch);
            }
        }

        BatchCheckResult end() {
            compare();
            wrong.addAll(sealed.keySet());
            return new BatchCheckResult(batches, List.copyOf(wrong));
        }
    }
}
