package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.reporting.totals.SilentQueries;
import org.luoshi.reporting.totals.SilentUnit;
import org.luoshi.reporting.totals.Totals;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 东山省 lies here and 西水省 on a second PostgreSQL server that is started for this test. The same is reported in a month that lies on one server
 * and in one that lies on two.
 */
@WholeHouse
class TwoServersTests {

    private static final LocalDate ON_ONE = LocalDate.of(2027, 5, 3);
    private static final LocalDate ON_TWO = LocalDate.of(2027, 6, 7);
    private static final List<String> TABLES = List.of("obligation", "report", "rollup");

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HikariDataSource database;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker rounds;

    @Autowired
    private OpenRounds open;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private TotalsQueries totals;

    @Autowired
    private TotalsCheck check;

    @Autowired
    private SilentQueries silent;

    @Autowired
    private TestClock clock;

    @Autowired
    private ZoneId zone;

    private EmbeddedPostgres second;
    private JdbcClient elsewhere;
    private InventedRegions regions;
    private Actor office;
    private short west;

    @BeforeEach
    void aSecondServer() throws Exception {
        second = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        elsewhere = JdbcClient.create(second.getPostgresDatabase());
        regions = InventedRegions.in(organization, access);
        office = InventedOffice.in(organization, access).officer();
        register.refresh();
        west = jdbc.sql("select province from reporting.place where code = '98' and valid_to is null")
                .query(Short.class)
                .single();
    }

    @AfterEach
    void oneServerAgain() throws Exception {
        jdbc.sql("delete from reporting.province_server").update();
        for (LocalDate day : List.of(ON_ONE, ON_TWO)) {
            TABLES.forEach(table -> run("drop table if exists reporting." + part(table, day) + " cascade"));
        }
        run("drop server if exists west cascade");
        clock.set(TestClock.START);
        open.forget();
        database.getHikariPoolMXBean().softEvictConnections();
        second.close();
    }

    @Test
    void halfOfTheProvincesOnAnotherServerGiveTheSameNationalTotals() {
        Regime onOne = regime(ON_ONE);
        reportAndCorrect(onOne, ON_ONE);

        put(west, "west");
        Regime onTwo = regime(ON_TWO);
        reportAndCorrect(onTwo, ON_TWO);

        assertThat(here("obligation", ON_TWO)).isEqualTo(16);
        assertThat(there("obligation")).isEqualTo(1);
        assertThat(here("report", ON_TWO)).isEqualTo(16);
        assertThat(there("report")).isEqualTo(2);
        assertThat(here("rollup", ON_TWO)).isEqualTo(4);
        assertThat(there("rollup")).isEqualTo(1);

        Totals one = totals.of(round(onOne, ON_ONE), PlaceKey.ALL).totals();
        Totals two = totals.of(round(onTwo, ON_TWO), PlaceKey.ALL).totals();
        assertThat(two).isEqualTo(one);
        assertThat(two.owed()).isEqualTo(17);
        assertThat(two.reported()).isEqualTo(16);
        assertThat(check.check(round(onTwo, ON_TWO)).isRight()).isTrue();
        assertThat(silent(onTwo, ON_TWO)).isEqualTo(silent(onOne, ON_ONE)).hasSize(1);
    }

    @Test
    void aRoundThatIsTakenBackAndAUnitThatIsLetGoAreSoOnBothServers() {
        put(west, "west");
        Regime regime = regime(ON_TWO);
        long village = key("980101001201");

        rounds.exempt(regime, village, ON_TWO, ON_TWO, "撤并");
        assertThat(totals.of(round(regime, ON_TWO), PlaceKey.ALL).totals().exempt())
                .isEqualTo(1);
        assertThat(elsewhere
                        .sql("select exempt from reporting." + part("obligation", ON_TWO) + "_from_" + west)
                        .query(Boolean.class)
                        .single())
                .isTrue();

        jdbc.sql("update reporting.regime set stopped_on = :day, stopped_for = '结束' where id = :id")
                .param("day", ON_TWO.minusDays(1))
                .param("id", regime.id())
                .update();
        rounds.stop(regimes.require(regime.key()), office);
        assertThat(there("obligation") + there("rollup") + here("obligation", ON_TWO))
                .isZero();
    }

    @Test
    void whileTheOtherServerIsAwayNothingOfTheGroupIsHalfWritten() throws Exception {
        put(west, "west");
        Regime regime = regime(ON_TWO);
        second.close();

        assertThat(hand(regime, ON_TWO, "980101001201", 3, 0)).isNull();

        assertThat(here("report", ON_TWO)).isZero();
    }

    private void put(short province, String server) {
        run("create extension if not exists postgres_fdw");
        run("create extension if not exists dblink");
        run(
                "create server %s foreign data wrapper postgres_fdw options (host 'localhost', port '%d', dbname 'postgres', batch_size '1000', fetch_size '1000')"
                        .formatted(server, second.getPort()));
        run("create user mapping for current_user server " + server + " options (user 'postgres', password 'none')");
        jdbc.sql("insert into reporting.province_server values (:province, :province, :server)")
                .param("province", province)
                .param("server", server)
                .update();
    }

    /** Of all villages of both provinces, for one day of a month that no other test uses. */
    private Regime regime(LocalDate day) {
        clock.set("2026-02-02T08:00:00+08:00");
        InventedRegime invented = new InventedRegime(jdbc, register, regimes, rounds, clock);
        Regime made = invented.below("99", 5, office.personId());
        jdbc.sql("insert into reporting.target values (:regime, :place, 5)")
                .param("regime", made.id())
                .param("place", key("98"))
                .update();
        jdbc.sql("update reporting.regime set first_day = :day, last_day = :day where id = :id")
                .param("day", day)
                .param("id", made.id())
                .update();
        jdbc.sql("update reporting.regime_form set from_day = :day where regime = :id")
                .param("day", day)
                .param("id", made.id())
                .update();
        clock.set(day.atTime(9, 0).atZone(zone).toInstant());
        Regime regime = regimes.require(made.key());
        rounds.start(regime);
        return regime;
    }

    /** All at once, so that villages of both provinces stand in one group; one village stays silent, one of each province is corrected. */
    private void reportAndCorrect(Regime regime, LocalDate day) {
        List<String> codes = new ArrayList<>(regions.villages());
        codes.remove("990202002202");
        codes.add("980101001201");
        List<CompletableFuture<@Nullable Receipt>> sent = codes.stream()
                .map(code -> CompletableFuture.supplyAsync(() -> hand(regime, day, code, codes.indexOf(code), 0)))
                .toList();
        assertThat(sent.stream().map(CompletableFuture::join)).doesNotContainNull();
        assertThat(hand(regime, day, "980101001201", 40, 1)).isNotNull();
        assertThat(hand(regime, day, "990101001201", 50, 1)).isNotNull();
    }

    /** Null where it could not be taken and may be sent again. */
    private @Nullable Receipt hand(Regime regime, LocalDate day, String code, int total, int seen) {
        Map<String, String> values = Map.of("total", "" + total, "local", "" + total, "away", "0");
        Incoming report = new Incoming(
                0,
                code,
                total == 0,
                total == 0 ? Map.of() : values,
                "丙县联",
                office,
                Channel.PROGRAM,
                seen,
                seen == 0 ? null : "漏报",
                true);
        try {
            return desk.hand(regime.key(), day, report);
        } catch (BusinessException refusal) {
            assertThat(refusal.error()).isEqualTo(ReportingError.DATABASE_AWAY);
            return null;
        }
    }

    private OpenRound round(Regime regime, LocalDate day) {
        return open.require(regime.key(), day);
    }

    private List<String> silent(Regime regime, LocalDate day) {
        return silent.page(round(regime, day), PlaceKey.ALL, 0, 20).units().stream()
                .map(SilentUnit::name)
                .toList();
    }

    private long key(String code) {
        return jdbc.sql("select key from reporting.place where code = :code and valid_to is null")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private int here(String table, LocalDate day) {
        return count(jdbc, part(table, day) + "_here");
    }

    private int there(String table) {
        return count(elsewhere, part(table, ON_TWO) + "_from_" + west);
    }

    private static int count(JdbcClient server, String table) {
        return server.sql("select count(*) from reporting." + table)
                .query(Integer.class)
                .single();
    }

    private static String part(String table, LocalDate day) {
        return "%s_%d_%02d".formatted(table, day.getYear(), day.getMonthValue());
    }

    private void run(String statement) {
        jdbc.sql(statement).update();
    }
}
