package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.core.AreaLoader;
import org.luoshi.organization.core.AreaOptions;
import org.luoshi.reporting.InventedRegime;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The whole country in one upload and one export: 620,573 villages over HTTP against the product's own PostgreSQL (durable, as in service).
 * Not a test: started by {@code mvn -Pbench test -Dtest=ReportingBulkBench}.
 */
@Tag("bench")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "luoshi.data=target/bulk-bench-data",
            "luoshi.notices.sweep-every=P3D",
            "luoshi.reporting.sweep-first=3d",
            "luoshi.reporting.sweep-every=3d"
        })
@Import(ClockForTests.class)
class ReportingBulkBench {

    private static final LocalDate DAY = InventedRegime.FIRST;

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/bulk-bench-data").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AccessApi access;

    @Autowired
    TokenService tokens;

    @Autowired
    AreaLoader loader;

    @Autowired
    PlaceRegister register;

    @Autowired
    RegimeQueries regimes;

    @Autowired
    RoundMaker rounds;

    @Autowired
    TestClock clock;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> table = new ArrayList<>(List.of(
            "| What | Rows | Seconds | Heap before, MB | Held above that, MB | Heap at most, MB |",
            "| --- | ---: | ---: | ---: | ---: | ---: |"));

    @Test
    void measure() throws Exception {
        UUID officer = officer();
        timed("Divisions loaded", this::load);
        Regime[] made = new Regime[1];
        InventedRegime invented = new InventedRegime(JdbcClient.create(database), register, regimes, rounds, clock);
        timed("Places and the obligations of two days", () -> {
            made[0] = invented.everywhere(5, officer);
            return 2 * villages(made[0]).size();
        });
        new JdbcTemplate(database).execute("vacuum analyze");
        Regime regime = made[0];
        String token =
                tokens.make("bench", TokenService.Scope.WRITE, LocalDate.of(2026, 12, 31), access.actor(officer));
        List<String> codes = villages(regime);
        byte[] zeros = csv(codes);
        byte[] figures = lines(codes);

        timed("Bulk: signed zeros as CSV", () -> upload(regime, DAY, "text/csv", false, zeros, token));
        timed("Bulk: the same again", () -> upload(regime, DAY, "text/csv", false, zeros, token));
        clock.set(
                DAY.plusDays(1).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
        timed(
                "Bulk: figures as JSON lines, packed",
                () -> upload(regime, DAY.plusDays(1), "application/x-ndjson", true, figures, token));
        Path rows = peer();
        timed("Peer: COPY of these reports and one update of all obligations, nothing checked", () -> copied(rows));
        Files.delete(rows);
        timed("Export as .xlsx", () -> export(regime, "XLSX", token));
        timed("Export as CSV", () -> export(regime, "CSV", token));
        timed("Peer: COPY of the same joins to CSV", () -> copiedOut(regime));
        Files.writeString(Path.of("target/bulk-bench.md"), String.join("\n", table) + "\n");
    }

    private int load() throws IOException {
        try (InputStream file = AreaLoader.shipped()) {
            loader.load(
                    file,
                    AreaLoader.SHIPPED,
                    new AreaOptions(5, AreaOptions.USUAL_START, false),
                    Actor.system(),
                    new JobsApi.Progress() {
                        @Override
                        public void at(long done, long total) {}

                        @Override
                        public void checkCancelled() {}
                    });
        }
        return 0;
    }

    private UUID officer() {
        LocalDate since = LocalDate.of(2020, 1, 1);
        UUID office = organization
                .addUnit(
                        new NewUnit(null, null, "综合办公室", "综合办", List.of(), UnitKind.OFFICE, null, since),
                        Actor.system())
                .id();
        UUID person = organization.addPerson("督查员甲", null, null, Actor.system()).id();
        UUID post = organization.addPost(office, "督查员", null, Actor.system()).id();
        organization.seat(person, post, since, Actor.system());
        access.grantToPost(post, Role.OFFICER, Actor.system());
        access.openAccount(person, "bench.officer", access.newPassword(), false, Actor.system());
        return person;
    }

    private List<String> villages(Regime regime) {
        return new JdbcTemplate(database)
                .queryForList(
                        "select p.code from reporting.obligation o join reporting.place p on p.key = o.place"
                                + " where o.regime = ? and o.period = ? order by p.key",
                        String.class,
                        regime.id(),
                        DAY);
    }

    private static byte[] csv(List<String> codes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write("unit,zero,signer\n");
            for (String code : codes) {
                writer.write(code + ",1,甲联络\n");
            }
        }
        return out.toByteArray();
    }

    private static byte[] lines(List<String> codes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8)) {
            int n = 0;
            for (String code : codes) {
                int local = n++ % 7;
                writer.write("{\"unit\":\"" + code + "\",\"values\":{\"total\":" + (local + 2) + ",\"local\":" + local
                        + ",\"away\":2},\"signer\":\"乙联络\"}\n");
            }
        }
        return out.toByteArray();
    }

    private int upload(Regime regime, LocalDate day, String type, boolean packed, byte[] body, String token)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port
                        + "/api/v1/reporting/regimes/" + regime.key() + "/periods/" + day + "/bulk"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        if (packed) {
            request.header("Content-Encoding", "gzip");
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        String last = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        System.out.println(last);
        assertThat(last).contains("\"type\":\"ended\"").contains("\"refused\":0");
        return Integer.parseInt(last.replaceAll(".*\"read\":(\\d+).*", "$1"));
    }

    /** Tables of the same shape with their keys, and the reports that stand now as a file for them. */
    private Path peer() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("create schema bench");
        jdbc.execute(
                "create table bench.report (like reporting.report, primary key (period, regime, place, province, revision))");
        jdbc.execute(
                "create table bench.obligation (like reporting.obligation, primary key (period, regime, place, province))"
                        + " with (fillfactor = 70)");
        jdbc.execute(
                "insert into bench.obligation select period, regime, place, province, 0::smallint, 0::smallint, false, false,"
                        + " 0::smallint, false from reporting.obligation where period = date '" + DAY.plusDays(1)
                        + "'");
        jdbc.execute("vacuum analyze bench.obligation");
        Path rows = Files.createTempFile("reports", ".copy");
        try (Connection connection = database.getConnection();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(rows))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from reporting.report where period = date '" + DAY.plusDays(1)
                                    + "') to stdout",
                            out);
        }
        return rows;
    }

    private int copied(Path rows) throws Exception {
        try (Connection connection = database.getConnection();
                InputStream in = Files.newInputStream(rows)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench.report from stdin", in, 64 * 1024);
        }
        return new JdbcTemplate(database).update("update bench.obligation set revision = 1, kind = 2");
    }

    private int copiedOut(Regime regime) throws Exception {
        try (Connection connection = database.getConnection()) {
            return (int) connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("""
                            copy (select p.key, p.level, p.code, p.name, o.kind, o.late, o.exempt, o.review, o.revision, r.sequel, r.final,
                                         r.signer, r.at, r.values, r.reason
                                  from reporting.obligation o join reporting.place p on p.key = o.place
                                  left join reporting.report r on r.period = o.period and r.regime = o.regime and r.place = o.place
                                      and r.province = o.province and r.revision = o.revision and o.kind > 0
                                  where o.period = date '%s' and o.regime = %d order by o.place) to stdout with (format csv)
                            """.formatted(DAY.plusDays(1), regime.id()), OutputStream.nullOutputStream());
        }
    }

    /** The rows that came; the file is only counted. */
    private int export(Regime regime, String kind, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port
                        + "/api/v1/reporting/regimes/" + regime.key() + "/periods/" + DAY.plusDays(1) + "/export?kind="
                        + kind))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream body = answer.body()) {
            System.out.println(kind + ": " + body.transferTo(OutputStream.nullOutputStream()) + " bytes");
        }
        Integer rows = JdbcClient.create(database)
                .sql(
                        "select rows_done from reporting.export where kind = :kind and ended_at is not null and not stopped")
                .param("kind", kind)
                .query(Integer.class)
                .single();
        return rows;
    }

    private interface Work {
        int run() throws Exception;
    }

    /**
     * Heap held: what is still there after each collection, at its highest, less what was there before. Garbage that waits to be collected is not
     * counted; how little heap suffices is tried with {@code -DargLine=-Xmx…}.
     */
    private void timed(String what, Work work) throws Exception {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long idle = runtime.totalMemory() - runtime.freeMemory();
        AfterCollections held = new AfterCollections();
        long start = System.nanoTime();
        int rows = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        String row = String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %d | %d | %d |",
                what,
                rows,
                seconds,
                idle / 1_000_000,
                Math.max(0, held.most() - idle) / 1_000_000,
                runtime.maxMemory() / 1_000_000);
        System.out.println(row);
        table.add(row);
    }
}
