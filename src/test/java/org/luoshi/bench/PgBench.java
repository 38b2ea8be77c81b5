package org.luoshi.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** The peer: pgbench on the same server, one update of an obligation and one insert of a report in each transaction, 16 clients. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+)");

    private final HikariDataSource database;

    PgBench(HikariDataSource database) {
        this.database = database;
    }

    /** Tables of the same shape as the room's own, with a row for each village. */
    void prepare() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("create schema bench");
        jdbc.execute("create table bench.obligation (like reporting.obligation including all, "
                + "primary key (period, regime, place, province)) with (fillfactor = 70)");
        jdbc.execute("create table bench.report (like reporting.report including all, "
                + "primary key (period, regime, place, province, revision))");
        jdbc.execute("""
                insert into bench.obligation select current_date, 1, n, 1, 0, 0, false, false, 0, false from generate_series(1, 620573) n
                """);
        jdbc.execute("create sequence bench.number");
        jdbc.execute("vacuum analyze bench.obligation");
    }

    /** Transactions a second. */
    double run(int seconds) throws IOException, InterruptedException {
        Path script = Files.createTempFile("pgbench", ".sql");
        Files.writeString(script, """
                \\set place random(1, 620573)
                begin;
                update bench.obligation set revision = revision + 1, kind = 1 where period = current_date and regime = 1 and place = :place and province = 1;
                insert into bench.report values (current_date, 1, nextval('bench.number'), 1, 1, 1, 0, true, 2, true, 1, now(), null, '村主任', null, null);
                commit;
                """);
        Matcher url = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(database.getJdbcUrl());
        if (!url.find()) {
            throw new IOException("No address in " + database.getJdbcUrl());
        }
        ProcessBuilder command = new ProcessBuilder(List.of(
                "pgbench",
                "-n",
                "-c",
                "16",
                "-j",
                "2",
                "-M",
                "prepared",
                "-T",
                "" + seconds,
                "-f",
                script.toString(),
                "-h",
                url.group(1),
                "-p",
                url.group(2),
                "-U",
                database.getUsername(),
                url.group(3)));
        command.environment().put("PGPASSWORD", database.getPassword());
        Process process = command.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Files.delete(script);
        Matcher rate = RATE.matcher(told);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException(told);
        }
        Matcher latency = LATENCY.matcher(told);
        System.out.println("pgbench: " + rate.group(1) + " tps, latency average "
                + (latency.find() ? latency.group(1) : "?") + " ms");
        return Double.parseDouble(rate.group(1));
    }
}
