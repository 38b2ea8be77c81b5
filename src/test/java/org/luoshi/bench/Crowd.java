package org.luoshi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Several signed-in people who ask for pages at once, and the table of how long they waited. */
final class Crowd {

    static final int WARM_UP = Integer.getInteger("bench.warm-up", 600);
    static final int REQUESTS = Integer.getInteger("bench.requests", 2000);

    private static final int CONNECTIONS = 4;

    private final int port;
    private final List<String> table = new ArrayList<>();

    Crowd(int port) {
        this.port = port;
        head();
    }

    /** The table so far, line by line. */
    String table() {
        return String.join("\n", table);
    }

    void add(String what, double rate, double[] times) {
        table.add(row(what, rate, times));
        System.out.println(table.get(table.size() - 1));
    }

    List<Visitor> visitors(String login, String password) throws IOException {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Visitor visitor = new Visitor("http://localhost:" + port);
            visitor.signIn(login, password);
            visitors.add(visitor);
        }
        return visitors;
    }

    private void head() {
        table.add("| What | Requests/s | min ms | median ms | p95 ms | p99 ms |");
        table.add("| --- | ---: | ---: | ---: | ---: | ---: |");
    }

    void measure(String what, List<Visitor> visitors, IntFunction<String> address) throws Exception {
        run(visitors, WARM_UP, address);
        long start = System.nanoTime();
        double[] times = run(visitors, REQUESTS, address);
        double seconds = (System.nanoTime() - start) / 1e9;
        add(what, times.length / seconds, times);
    }

    private static double[] run(List<Visitor> visitors, int requests, IntFunction<String> address) throws Exception {
        double[] times = new double[requests];
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(visitors.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Visitor visitor : visitors) {
                running.add(pool.submit(() -> {
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        visitor.get(address.apply(n));
                        times[n] = (System.nanoTime() - start) / 1e6;
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        return times;
    }

    private static String row(String what, double rate, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.1f | %.1f |",
                what,
                rate,
                sorted[0],
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99));
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
    }
}
