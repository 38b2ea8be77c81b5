package org.luoshi.reporting.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds a batch that is complete: writers draw its number under a lock that is taken here alone for a moment. */
@Component
class BatchMoment {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchMoment(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What has a number up to this one is on the disk, and nothing with such a number will come any more. To be called outside of a
     * transaction, or writers wait for the end of it; the demonstration, which is one transaction and alone, is the exception.
     */
    Moment now() {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting.batch'))")
                    .query((row, index) -> index)
                    .list();
            long batch = jdbc.sql("select case when is_called then last_value else 0 end from reporting.batch")
                    .query(Long.class)
                    .single();
            return new Moment(batch, clock.instant().truncatedTo(ChronoUnit.MICROS));
        });
    }

    record Moment(long batch, Instant at) {}
}
