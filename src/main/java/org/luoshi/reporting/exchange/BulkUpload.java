package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.ReportWriter;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes many reports of one round in. Rows are read by the caller's thread while others write what was read before, group by group, each in
 * one transaction. Sent again, what is in already is counted as unchanged, so an upload that was cut is simply sent again.
 */
@Component
public class BulkUpload {

    private static final Logger LOG = LoggerFactory.getLogger(BulkUpload.class);

    private final OpenRounds rounds;
    private final ReportWriter writer;
    private final UploadStore uploads;
    private final int groupSize;
    private final int threads;
    private final int patienceSeconds;

    BulkUpload(
            OpenRounds rounds,
            ReportWriter writer,
            UploadStore uploads,
            @Value("${luoshi.reporting.bulk-group:2000}") int groupSize,
            @Value("${luoshi.reporting.bulk-writers:1}") int threads,
            @Value("${luoshi.reporting.bulk-patience-seconds:60}") int patienceSeconds) {
        this.rounds = rounds;
        this.writer = writer;
        this.uploads = uploads;
        this.groupSize = groupSize;
        this.threads = threads;
        this.patienceSeconds = patienceSeconds;
    }

    /** What is uploaded for which round, and by whom; {@code id} is that of {@link UploadStore}. */
    public record Task(UUID id, UUID regime, LocalDate period, Actor sender) {}

    /**
     * Returns when all is on the disk. What was taken before something went wrong stays in. Refused: CUT where the rest did not arrive,
     * DATABASE_AWAY where it did not answer for a minute.
     */
    public BulkCounts take(Task task, BulkSource source, BulkListener listener) {
        OpenRound open = rounds.require(task.regime(), task.period());
        BulkLane lane = new BulkLane(
                new BulkLane.Settings(groupSize, threads, patienceSeconds),
                group -> writer.write(rounds.require(task.regime(), task.period()), group),
                listener,
                counts -> heard(task.id(), counts));
        try (lane) {
            readAll(source, lane);
            BulkCounts counts = lane.finish();
            uploads.end(task.id(), open, counts, null, task.sender());
            return counts;
        } catch (BusinessException refusal) {
            stopped(task, open, lane.counts(), refusal);
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far it is in is said again with the next group, so that a database that goes away just now stops nothing. */
    private void heard(UUID id, BulkCounts counts) {
        try {
            uploads.heard(id, counts);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("How far upload {} is in could not be written: {}", id, away.getMessage());
        }
    }

    /** Where the database is away, the last count stands and the upload counts as cut. */
    private void stopped(Task task, OpenRound open, BulkCounts counts, BusinessException refusal) {
        try {
            uploads.end(task.id(), open, counts, refusal.error().code(), task.sender());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("How upload {} stopped could not be written: {}", task.id(), away.getMessage());
        }
    }

    private static void readAll(BulkSource source, BulkLane lane) throws IOException {
        while (true) {
            BulkRow row;
            try {
                row = source.next();
            } catch (IOException cut) {
                lane.finish();
                throw ExchangeError.CUT.with(Map.of("read", lane.counts().read()));
            }
            if (row == null) {
                return;
            }
            lane.put(row);
        }
    }
}
