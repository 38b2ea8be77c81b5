package org.luoshi.reporting.core;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.luoshi.shared.BusinessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Where single reports are handed in. What waits while the last group is being written goes into the next one, so that many callers share
 * one commit; each caller is answered only after it.
 */
@Component
public class ReportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    private static final int MOST_TOGETHER = 256;

    private final OpenRounds rounds;
    private final ReportWriter writer;
    private final long patienceMillis;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(20_000);
    private final List<Thread> threads;

    ReportDesk(
            OpenRounds rounds,
            ReportWriter writer,
            @Value("${luoshi.reporting.patience-seconds:15}") long patience,
            @Value("${luoshi.reporting.writers:0}") int writers) {
        this.rounds = rounds;
        this.writer = writer;
        this.patienceMillis = patience * 1000;
        this.threads = IntStream.rangeClosed(1, writers > 0 ? writers : usual())
                .mapToObj(n -> new Thread(this::work, "report-writer-" + n))
                .toList();
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** One for each four processors: fewer writers make larger groups, and each group costs the same few statements. */
    private static int usual() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
    }

    /**
     * Returns when the report is on the disk. Refused with the reasons of {@link ReportJudge}, or as DATABASE_AWAY where it could not be
     * written in time: then it may be sent again as it is, and counts once.
     */
    public Receipt hand(UUID regime, LocalDate period, Incoming report) {
        Waiting waiting = new Waiting(open(regime, period), report, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw ReportingError.DATABASE_AWAY.plain();
        }
        Answer answer = await(waiting.answer);
        BusinessException refusal = answer.refusal();
        if (refusal != null) {
            throw refusal;
        }
        Receipt receipt = answer.receipt();
        if (receipt == null) {
            throw new IllegalStateException("An answer is a receipt or a refusal");
        }
        return receipt;
    }

    private OpenRound open(UUID regime, LocalDate period) {
        try {
            return rounds.require(regime, period);
        } catch (DataAccessException | TransactionException fault) {
            LOG.warn("The round could not be read: {}", fault.getMessage());
            throw ReportingError.DATABASE_AWAY.plain();
        }
    }

    private Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw ReportingError.DATABASE_AWAY.plain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ReportingError.DATABASE_AWAY.plain();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private void work() {
        List<Waiting> group = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, MOST_TOGETHER - 1);
                byRound(group).values().forEach(this::write);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error fault) {
                group.forEach(waiting -> waiting.answer.completeExceptionally(fault));
            }
        }
    }

    private static Map<Round, List<Waiting>> byRound(List<Waiting> group) {
        Map<Round, List<Waiting>> byRound = new LinkedHashMap<>();
        for (Waiting waiting : group) {
            if (!waiting.answer.isDone()) {
                byRound.computeIfAbsent(waiting.open.round(), round -> new ArrayList<>())
                        .add(waiting);
            }
        }
        return byRound;
    }

    private void write(List<Waiting> group) {
        try {
            List<Answer> answers = writer.write(
                    group.get(0).open, group.stream().map(Waiting::report).toList());
            for (int n = 0; n < group.size(); n++) {
                group.get(n).answer.complete(answers.get(n));
            }
        } catch (BusinessException away) {
            group.forEach(waiting -> waiting.answer.complete(Answer.of(away)));
        } catch (RuntimeException | Error fault) {
            group.forEach(waiting -> waiting.answer.completeExceptionally(fault));
        }
    }

    @PreDestroy
    void close() {
        threads.forEach(Thread::interrupt);
    }

    private record Waiting(OpenRound open, Incoming report, CompletableFuture<Answer> answer) {}
}
