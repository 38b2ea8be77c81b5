package org.luoshi.jobs.core;

import static org.luoshi.jobs.core.JobError.TOO_MUCH_WAITING;
import static org.luoshi.jobs.core.JobError.UNKNOWN;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.TimeOrderedIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs long work on a few threads of this process and writes down how it goes, apart from the work's own transactions. */
@Component
public class JobRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 50;
    private static final Duration SHOWN = Duration.ofDays(1);

    private final JobStore jobs;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Set<UUID> alive = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), JobRunner::thread);

    JobRunner(JobStore jobs, PlatformTransactionManager transactions, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Starts at once, or after the caller's transaction; a transaction that fails takes the work back. */
    public UUID start(String kindKey, Map<String, String> arguments, Actor actor, JobsApi.Work work) {
        UUID id = TimeOrderedIds.next(clock);
        jobs.insert(id, kindKey, arguments, actor.personId());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            submit(id, work);
            return id;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                submit(id, work);
            }
        });
        return id;
    }

    public Optional<Job> find(UUID id, Actor viewer) {
        return jobs.find(id, viewer.personId());
    }

    public Job require(UUID id, Actor viewer) {
        return find(id, viewer).orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
    }

    public List<Job> recentOf(Actor actor) {
        return jobs.recent(actor.personId(), clock.instant().minus(SHOWN));
    }

    /** Asks the work to stop at its next step; what it did not finish is undone by its own transaction. */
    public void cancel(UUID id, Actor actor) {
        require(id, actor);
        jobs.askCancel(id);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void beat() {
        if (!alive.isEmpty()) {
            jobs.beat(List.copyOf(alive));
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private void submit(UUID id, JobsApi.Work work) {
        alive.add(id);
        try {
            threads.execute(() -> run(id, work));
        } catch (RejectedExecutionException full) {
            alive.remove(id);
            apart.executeWithoutResult(
                    unused -> jobs.end(id, Job.State.FAILED, null, new Failure(TOO_MUCH_WAITING.code(), Map.of())));
        }
    }

    private void run(UUID id, JobsApi.Work work) {
        try {
            Told progress = new Told(jobs, apart, id, clock);
            progress.checkCancelled();
            JobOutcome outcome = work.run(progress);
            apart.executeWithoutResult(unused -> jobs.end(id, Job.State.DONE, outcome, null));
        } catch (CancelledException cancelled) {
            apart.executeWithoutResult(unused -> jobs.end(id, Job.State.CANCELLED, null, null));
        } catch (Exception | Error fault) {
            Failure failure = told(fault);
            apart.executeWithoutResult(unused -> jobs.end(id, Job.State.FAILED, null, failure));
        } finally {
            alive.remove(id);
        }
    }

    private static Failure told(Throwable fault) {
        if (fault instanceof BusinessException refusal) {
            Map<String, String> details = new HashMap<>();
            refusal.details().forEach((name, value) -> details.put(name, String.valueOf(value)));
            return new Failure(refusal.error().code(), details);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Long work failed {}", reference, fault);
        return new Failure("jobs.failed-unexpectedly", Map.of("reference", reference));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "long-work");
        thread.setDaemon(true);
        return thread;
    }
}
