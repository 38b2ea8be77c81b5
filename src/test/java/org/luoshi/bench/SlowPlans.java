package org.luoshi.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plans of all questions that took longer than so many milliseconds while it was open, as the product's own PostgreSQL wrote them down. */
final class SlowPlans implements AutoCloseable {

    static final int MILLIS = Integer.getInteger("bench.plan-ms", 50);

    private static final Pattern PLAN = Pattern.compile(
            "^\\d{4}-\\d\\d-\\d\\d [^\\n]*? LOG:  duration: ([0-9.]+) ms  plan:\\n((?:\\t[^\\n]*\\n)+)",
            Pattern.MULTILINE);

    private final Connection connection;
    private final Path log;
    private final long from;

    SlowPlans(Connection connection, Path log) throws Exception {
        this.connection = connection;
        this.log = log;
        this.from = log.toFile().length();
        set("'" + MILLIS + "ms'");
    }

    private void set(String least) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter system set auto_explain.log_min_duration = " + least);
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(500);
    }

    /** Each question once, with the slowest of its plans; the slowest question first. */
    List<String> found() throws IOException {
        Map<String, Double> slowest = new HashMap<>();
        Map<String, String> plans = new HashMap<>();
        Matcher plan = PLAN.matcher(newLines());
        while (plan.find()) {
            String text = plan.group(2);
            String question = text.split("\n[^\n]*\\(cost=", 2)[0];
            double millis = Double.parseDouble(plan.group(1));
            if (millis > slowest.getOrDefault(question, 0.0)) {
                slowest.put(question, millis);
                plans.put(question, millis + " ms\n" + text);
            }
        }
        return slowest.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> plans.get(entry.getKey()))
                .toList();
    }

    private String newLines() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws Exception {
        set("-1");
    }
}
