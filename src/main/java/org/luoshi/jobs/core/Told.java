package org.luoshi.jobs.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.luoshi.jobs.JobsApi;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes progress and reads the cancel flag at most twice a second, however often the work tells. */
final class Told implements JobsApi.Progress {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JobStore jobs;
    private final TransactionTemplate apart;
    private final UUID id;
    private final Clock clock;
    private Instant told = Instant.EPOCH;
    private Instant asked = Instant.EPOCH;

    Told(JobStore jobs, TransactionTemplate apart, UUID id, Clock clock) {
        this.jobs = jobs;
        this.apart = apart;
        this.id = id;
        this.clock = clock;
    }

    @Override
    public synchronized void at(long done, long total) {
        Instant now = clock.instant();
        boolean finished = total > 0 && done >= total;
        if (finished || !now.isBefore(told.plus(PAUSE))) {
            told = now;
            apart.executeWithoutResult(unused -> jobs.progress(id, done, total));
        }
    }

    @Override
    public synchronized void checkCancelled() {
        Instant now = clock.instant();
        if (now.isBefore(asked.plus(PAUSE))) {
            return;
        }
        asked = now;
        if (Boolean.TRUE.equals(apart.execute(unused -> jobs.isCancelAsked(id)))) {
            throw new CancelledException();
        }
    }
}
