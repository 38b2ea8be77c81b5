package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Answer;
import org.luoshi.reporting.core.DatabaseAway;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.shared.BusinessException;

/** From the reading of rows to their writing, with room for a few groups in between, so that memory stays small and both sides work. */
final class BulkLane implements AutoCloseable {

    private static final int ROOM = 2;

    private final Settings settings;
    private final Function<List<Incoming>, List<Answer>> writer;
    private final BulkListener listener;
    private final Consumer<BulkCounts> kept;
    private final Semaphore room;
    private final ExecutorService threads;
    private List<BulkRow> group = new ArrayList<>();
    private BulkCounts counts = BulkCounts.NONE;
    private volatile @Nullable Throwable fault;

    BulkLane(
            Settings settings,
            Function<List<Incoming>, List<Answer>> writer,
            BulkListener listener,
            Consumer<BulkCounts> kept) {
        this.settings = settings;
        this.writer = writer;
        this.listener = listener;
        this.kept = kept;
        this.room = new Semaphore(settings.threads + ROOM);
        this.threads = Executors.newFixedThreadPool(settings.threads, task -> {
            Thread thread = new Thread(task, "bulk-writer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param patienceSeconds how long the database may be away before the upload is given up */
    record Settings(int groupSize, int threads, int patienceSeconds) {}

    synchronized BulkCounts counts() {
        return counts;
    }

    void put(BulkRow row) throws IOException {
        group.add(row);
        if (group.size() >= settings.groupSize) {
            send();
        }
    }

    /** Waits until all is written. */
    BulkCounts finish() throws IOException {
        if (!group.isEmpty()) {
            send();
        }
        room.acquireUninterruptibly(settings.threads + ROOM);
        room.release(settings.threads + ROOM);
        throwFault();
        return counts();
    }

    private void send() throws IOException {
        List<BulkRow> full = group;
        group = new ArrayList<>(settings.groupSize);
        room.acquireUninterruptibly();
        try {
            throwFault();
            threads.execute(() -> write(full));
        } catch (RuntimeException | IOException e) {
            room.release();
            throw e;
        }
    }

    private void throwFault() throws IOException {
        Throwable found = fault;
        if (found instanceof IOException lost) {
            throw lost;
        }
        if (found instanceof RuntimeException wrong) {
            throw wrong;
        }
        if (found != null) {
            throw new IllegalStateException(found);
        }
    }

    private void write(List<BulkRow> rows) {
        try {
            if (fault == null) {
                List<BulkRow> readable =
                        rows.stream().filter(row -> row.report() != null).toList();
                List<Answer> answers = patiently(readable.stream()
                        .map(BulkRow::report)
                        .map(java.util.Objects::requireNonNull)
                        .toList());
                tell(rows, readable, answers);
            }
        } catch (IOException | RuntimeException | Error e) {
            fault = e;
        } finally {
            room.release();
        }
    }

    /** The database may be away for a moment; what it did not take is offered again, and counts once. */
    private List<Answer> patiently(List<Incoming> reports) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.patienceSeconds);
        while (true) {
            try {
                return writer.apply(reports);
            } catch (RuntimeException fault) {
                if (!DatabaseAway.is(fault)) {
                    throw fault;
                }
                if (System.nanoTime() > giveUp) {
                    throw ReportingError.DATABASE_AWAY.plain();
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ReportingError.DATABASE_AWAY.plain();
        }
    }

    private synchronized void tell(List<BulkRow> rows, List<BulkRow> readable, List<Answer> answers)
            throws IOException {
        long taken = 0;
        long unchanged = 0;
        int next = 0;
        for (BulkRow row : rows) {
            BusinessException refusal = row.refusal();
            if (row.report() != null) {
                Answer answer = answers.get(next++);
                refusal = answer.refusal();
                if (answer.receipt() != null) {
                    taken += answer.receipt().unchanged() ? 0 : 1;
                    unchanged += answer.receipt().unchanged() ? 1 : 0;
                }
            }
            if (refusal != null) {
                listener.refused(row.number(), row.unit(), refusal);
            }
        }
        counts = counts.plus(new BulkCounts(rows.size(), taken, unchanged, rows.size() - taken - unchanged));
        kept.accept(counts);
        listener.progress(counts);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
