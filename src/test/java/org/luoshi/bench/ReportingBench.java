package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.core.AreaLoader;
import org.luoshi.organization.core.AreaOptions;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A country of 620,573 villages that report each day, on the product's own durable PostgreSQL: laying down a day, single signed zeros over
 * HTTP beside pgbench, and what leaders look at while reports pour in. Not a test: {@code mvn -Pbench test -Dtest=ReportingBench}.
 */
@Tag("bench")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "luoshi.data=target/bench-reporting",
            "luoshi.reporting.sweep-first=1d",
            "luoshi.notices.sweep-every=P1D"
        })
class ReportingBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int WARM_SECONDS = Integer.getInteger("bench.warm-seconds", 60);

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/bench-reporting").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AccessApi access;

    @Autowired
    TokenService tokens;

    @Autowired
    AreaLoader areas;

    @Autowired
    PlaceRegister register;

    @Autowired
    PlaceQueries places;

    @Autowired
    RegimeQueries regimes;

    @Autowired
    RoundMaker rounds;

    @Autowired
    TotalsCheck check;

    @Autowired
    OpenRounds openRounds;

    @Autowired
    HikariDataSource database;

    @LocalServerPort
    int port;

    private final List<String> report = new ArrayList<>();

    @Test
    void measure() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Country country = new Country(organization, access, tokens, regimes, database);
        tell("Load the country, s", seconds(this::load));
        tell("Compare the places with the unit tree, s", seconds(register::refresh));
        Regime regime = country.villages();
        tell("Obligations and totals of two days of the whole country, s", seconds(() -> rounds.start(regime)));
        jdbc.execute("vacuum analyze");

        PgBench peer = new PgBench(database);
        peer.prepare();
        double before = peer.run(SECONDS);
        List<String> units = country.villageCodes();
        String token = country.token();
        PouringReports pouring = new PouringReports(port, token, regime.key(), units);
        pour(pouring, 16, WARM_SECONDS);
        PouringReports measured =
                new PouringReports(port, token, regime.key(), units.subList((int) pouring.sent() + 100, units.size()));
        ProcessorTime cost = new ProcessorTime();
        long start = System.nanoTime();
        double[] times = pour(measured, 16, SECONDS);
        double[] each = cost.each(times.length);
        double rate = times.length / ((System.nanoTime() - start) / 1e9);
        double after = peer.run(SECONDS);
        double pgbench = (before + after) / 2;
        report.add(String.format(
                Locale.ROOT,
                "single signed zeros: %.0f a second, p50 %.1f, p95 %.1f, p99 %.1f ms; pgbench %.0f (before %.0f, after %.0f): ratio %.2f",
                rate,
                at(times, 0.5),
                at(times, 0.95),
                at(times, 0.99),
                pgbench,
                before,
                after,
                rate / pgbench));

        report.add(String.format(
                Locale.ROOT,
                "processor time of a single report: %.2f ms in server and callers, %.2f ms in PostgreSQL",
                each[0],
                each[1]));

        int used = (int) (pouring.sent() + measured.sent() + 200);
        look(country, regime, token, units.subList(used, units.size()));
        tell(
                "Prove the kept totals equal to the reports, s",
                seconds(() -> assertThat(check.check(openRounds.require(regime.key(), Country.TODAY))
                                .differences())
                        .isEmpty()));
        sizes(jdbc);
        Files.write(Path.of("target/bench-reporting.md"), report);
        report.forEach(System.out::println);
    }

    private void load() throws Exception {
        AreaOptions all = new AreaOptions(AreaOptions.ALL_LEVELS, AreaOptions.USUAL_START, false);
        try (InputStream file = AreaLoader.shipped()) {
            areas.load(file, AreaLoader.SHIPPED, all, Actor.system(), Country.unheard());
        }
    }

    /** What leaders and the duty officer look at while reports come in at a steady rate. */
    private void look(Country country, Regime regime, String token, List<String> units) throws Exception {
        PouringReports steady = new PouringReports(port, token, regime.key(), units);
        steady.start(8, 10);
        Crowd crowd = new Crowd(port);
        List<Visitor> visitors = crowd.visitors(Country.LOGIN, country.password);
        List<Visitor> one = visitors.subList(0, 1);
        String round = regime.key() + "/" + Country.TODAY + "?place=";
        long province = places.byCode("13").orElseThrow().key();
        long city = places.byCode("1301").orElseThrow().key();
        long county = places.byCode("130102").orElseThrow().key();
        long town = places.children(county, Country.TODAY).get(0).key();
        long[] nodes = {PlaceKey.ALL, province, city, county, town};
        String[] names = {"country", "province", "city", "county", "town"};
        for (int n = 0; n < nodes.length; n++) {
            String node = round + nodes[n];
            crowd.measure("Totals of a " + names[n] + ", page", one, unused -> "/reporting/totals/" + node);
        }
        for (int n = 0; n < nodes.length - 1; n++) {
            String node = round + nodes[n];
            crowd.measure("Who is silent in a " + names[n] + ", page", one, unused -> "/reporting/silent/" + node);
        }
        double[] poured = steady.stop();
        report.add("while " + poured.length + " reports came in (" + steady.reconnections() + " reconnections):\n"
                + crowd.table());
    }

    private void sizes(JdbcTemplate jdbc) {
        for (String table : List.of("obligation", "report", "rollup")) {
            jdbc.query(
                    """
                    select sum(pg_table_size(c.oid)) as heap, sum(pg_indexes_size(c.oid)) as indexes, sum(n.n_live_tup) as rows
                    from pg_class c join pg_stat_user_tables n on n.relid = c.oid
                    where n.schemaname = 'reporting' and n.relname like ?
                    """,
                    row -> {
                        report.add(String.format(
                                Locale.ROOT,
                                "%s: %d rows, %.0f bytes a row in the table, %.0f in its index",
                                table,
                                row.getLong("rows"),
                                row.getDouble("heap") / Math.max(1, row.getLong("rows")),
                                row.getDouble("indexes") / Math.max(1, row.getLong("rows"))));
                    },
                    table + "_2%");
        }
    }

    private static double[] pour(PouringReports reports, int connections, int seconds) throws Exception {
        reports.start(connections, 0);
        Thread.sleep(seconds * 1000L);
        return reports.stop();
    }

    private void tell(String what, double seconds) {
        report.add(String.format(Locale.ROOT, "%s: %.1f", what, seconds));
        System.out.println(report.get(report.size() - 1));
    }

    private static double seconds(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private interface Step {
        void run() throws Exception;
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
    }
}
