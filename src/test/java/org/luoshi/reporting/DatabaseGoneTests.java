package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.OpenRounds;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.util.FileSystemUtils;

/** The product on its own durable database, whose processes are killed while sixteen programs report, and while one uploads. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "luoshi.data=target/database-gone",
            "luoshi.notices.sweep-every=P3D",
            "luoshi.reporting.sweep-first=3d",
            "luoshi.reporting.sweep-every=3d",
            "luoshi.reporting.bulk-group=4"
        })
@Import(ClockForTests.class)
@DirtiesContext
class DatabaseGoneTests {

    private static final Path DATA = Path.of("target/database-gone");
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int ENOUGH = 100;

    static {
        FileSystemUtils.deleteRecursively(DATA.toFile());
    }

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TokenService tokens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private TotalsCheck check;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> acknowledged = new ConcurrentSkipListMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicBoolean enough = new AtomicBoolean();
    private Regime regime;
    private List<String> villages;
    private String token;

    @BeforeEach
    void aRegimeOfVillages() {
        clock.set(TestClock.START);
        villages = InventedRegions.in(organization, access).villages();
        InventedOffice office = InventedOffice.in(organization, access);
        office.openAccounts();
        Actor officer = office.officer();
        token = tokens.make("接口", TokenService.Scope.WRITE, LocalDate.of(2026, 6, 30), officer);
        regime = new InventedRegime(jdbc, register, regimes, maker, clock).below("99", 5, officer.personId());
    }

    @Test
    void nothingThatWasAcknowledgedIsLostAndNothingIsThereTwice() throws Exception {
        ExecutorService programs = Executors.newFixedThreadPool(villages.size());
        List<Future<?>> running = new ArrayList<>();
        for (String village : villages) {
            running.add(programs.submit(() -> {
                report(village);
                return null;
            }));
        }
        untilTaken(ENOUGH);
        killDatabase();
        untilRefused();
        untilTaken(acknowledged.size() + ENOUGH);
        enough.set(true);
        for (Future<?> one : running) {
            one.get();
        }
        programs.shutdown();

        assertThat(stored()).isEqualTo(acknowledged);
        assertThat(check.check(rounds.require(regime.key(), InventedRegime.FIRST))
                        .isRight())
                .isTrue();
        assertThat(Duration.ofMillis(longestMillis.get())).isLessThan(LONGEST);
        assertThat(pool.isRunning()).isTrue();
    }

    @Test
    void anUploadUnderWayWaitsForTheDatabaseAndOneThatIsAtItsEndSaysThatItStopped() throws Exception {
        try (SlowUpload upload = new SlowUpload(port, token, regime)) {
            upload.send(villages.subList(0, 8));
            untilStored(8);
            killDatabase();
            upload.send(villages.subList(8, 16));
            assertThat(upload.end().counts()).containsExactly(16, 16, 0, 0);
        }
        untilStored(16);
        try (SlowUpload upload = new SlowUpload(port, token, regime)) {
            upload.send(villages);
            await().atMost(Duration.ofSeconds(30)).until(() -> upload.isIn(16));
            killDatabase();
            assertThat(upload.end().stopped("reporting.database-away")).containsExactly(16, 0, 16, 0);
        }
        untilStored(16);
        assertThat(check.check(rounds.require(regime.key(), InventedRegime.FIRST))
                        .isRight())
                .isTrue();
    }

    /** One revision after the other, each sent until it is acknowledged. */
    private void report(String village) throws Exception {
        for (int revision = 1; !enough.get(); revision++) {
            while (!isTaken(village, revision)) {
                Thread.sleep(200);
            }
            acknowledged.put(village + "/" + revision, revision * 3);
        }
    }

    private boolean isTaken(String village, int revision) throws Exception {
        String body = """
                {"unit": "%s", "values": {"total": %d, "local": %d, "away": 0}, "signer": "丙县联", "revision": %d, "reason": "更正"}
                """.formatted(village, revision * 3, revision * 3, revision - 1);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/reporting/regimes/" + regime.key()
                                + "/periods/" + InventedRegime.FIRST + "/reports"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        longestMillis.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            refused.incrementAndGet();
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"revision\":" + revision);
        return true;
    }

    /** What is kept for some seconds is asked for again, as by a clock that runs. */
    private void untilTaken(int count) {
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            clock.advance(Duration.ofMillis(100));
            return acknowledged.size() >= count;
        });
    }

    private void untilRefused() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            clock.advance(Duration.ofMillis(100));
            return refused.get() > 0;
        });
    }

    /** Asked again while the database is away. */
    private void untilStored(int count) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(stored()).hasSize(count));
    }

    private static void killDatabase() throws Exception {
        long process = Long.parseLong(Files.readAllLines(DATA.resolve("database/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private Map<String, Integer> stored() {
        Map<String, Integer> stored = new TreeMap<>();
        jdbc.sql("""
                        select p.code || '/' || r.revision as which, cast(r.values ->> 'total' as int) as total
                        from reporting.report r join reporting.place p on p.key = r.place where r.regime = :regime
                        """).param("regime", regime.id()).query(row -> {
            stored.put(row.getString("which"), row.getInt("total"));
        });
        return stored;
    }
}
