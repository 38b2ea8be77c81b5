package org.luoshi.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The same work by several at once without a pause, for some seconds; what each piece took. */
final class Race {

    static final int RUNNERS = 4;

    private static final int WARM_SECONDS = Integer.getInteger("bench.warm-seconds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 6);

    private Race() {}

    /** A piece of work by one of the runners; {@code n} counts the pieces of all. */
    @FunctionalInterface
    interface Work {
        void run(int runner, int n) throws Exception;
    }

    /** Times in milliseconds, sorted. */
    record Result(double perSecond, double[] millis) {

        double median() {
            return at(0.5);
        }

        double at(double part) {
            return millis[(int) Math.min(millis.length - 1, Math.ceil(millis.length * part) - 1)];
        }
    }

    static Result run(Work work) throws Exception {
        return run(work, WARM_SECONDS, SECONDS);
    }

    /** Half as long, for what needs no warm-up. */
    static Result runShortly(Work work) throws Exception {
        return run(work, 1, (SECONDS + 1) / 2);
    }

    /** As it is, without a warm-up before. */
    static Result runFor(int seconds, Work work) throws Exception {
        return runFor(seconds, new AtomicInteger(), work);
    }

    private static Result run(Work work, int warmSeconds, int seconds) throws Exception {
        AtomicInteger next = new AtomicInteger();
        runFor(warmSeconds, next, work);
        return runFor(seconds, next, work);
    }

    private static Result runFor(int seconds, AtomicInteger next, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(RUNNERS);
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        try {
            List<Future<List<Double>>> running = new ArrayList<>();
            for (int i = 0; i < RUNNERS; i++) {
                int runner = i;
                running.add(pool.submit(() -> {
                    List<Double> millis = new ArrayList<>();
                    do {
                        long before = System.nanoTime();
                        work.run(runner, next.getAndIncrement());
                        millis.add((System.nanoTime() - before) / 1e6);
                    } while (System.nanoTime() < end);
                    return millis;
                }));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> one : running) {
                all.addAll(one.get());
            }
            double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return new Result(sorted.length / ((System.nanoTime() - start) / 1e9), sorted);
        } finally {
            pool.shutdown();
        }
    }
}
