package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luoshi.access.AccessApi;
import org.luoshi.administration.DemonstrationOffice;
import org.luoshi.administration.FirstAccount;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.meetings.MeetingPages;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.OfficeClock;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.totals.BatchCheck;
import org.luoshi.reporting.totals.Totals;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** The demonstration office as the button of the set-up page makes it, on a Wednesday afternoon. */
@SpringBootTest
@Import({PostgresForTests.class, DemonstrationTests.AWednesday.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTests {

    private static final int ITEMS = 190;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Autowired
    private DemonstrationOffice demonstration;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private HistoryApi history;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private TotalsQueries totals;

    @Autowired
    private TotalsCheck totalsCheck;

    @Autowired
    private BatchCheck batchCheck;

    @Autowired
    private WebApplicationContext web;

    private List<FirstAccount> accounts = List.of();
    private MeetingPages meetings;

    @BeforeAll
    void thePressedButton() {
        meetings = new MeetingPages(web);
        accounts = demonstration.make(Actor.system(), new JobsApi.Progress() {
            @Override
            public void at(long done, long total) {
                assertThat(done).isLessThanOrEqualTo(total);
            }

            @Override
            public void checkCancelled() {}
        });
    }

    @Test
    void thereAreThirtyTwoUnitsOutsideAndFiveDivisions() {
        var office = organization.office().orElseThrow();
        var units = organization.unitsOn(TestClock.START.atZone(ZoneOffset.UTC).toLocalDate());
        assertThat(units).filteredOn(unit -> unit.kind() == UnitKind.UNIT).hasSize(32);
        assertThat(units)
                .filteredOn(unit -> office.id().equals(unit.parentId()))
                .extracting(unit -> unit.name())
                .containsExactly("秘书处", "督查处", "调研信息处", "国际合作处", "行政财务处");
    }

    @Test
    void everyRoleHasAnAccountThatIsShownOnce() {
        assertThat(accounts).extracting(FirstAccount::role).contains(Role.values());
        assertThat(accounts)
                .hasSizeBetween(12, 18)
                .allSatisfy(account -> assertThat(account.password()).isNotBlank());
        assertThat(accounts).extracting(FirstAccount::login).doesNotHaveDuplicates();
    }

    @Test
    void itemsAreInEveryState() {
        assertThat(jdbc.sql("select count(*) from ledger.item")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(ITEMS);
        assertThat(states().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ItemState.values()).map(Enum::name).toList());
    }

    @Test
    void lightsAreOfAllColours() {
        assertThat(lights()).containsKeys("GREEN", "YELLOW", "RED", "GREY");
        assertThat(lights().get("RED")).isLessThan(30);
    }

    @Test
    void numbersRunWithTimeAndHaveNoGaps() {
        List<Integer> numbers = jdbc.sql(
                        "select sequence from ledger.item where year = 2026 order by filed_at, sequence")
                .query(Integer.class)
                .list();
        assertThat(numbers)
                .hasSizeGreaterThan(100)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(jdbc.sql("select count(*) from history.line where happened_at > :now")
                        .param("now", Sql.at(AWednesday.NOW))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Liaisons of a county and a city report for nobody here and look at what the towns below report. */
    @Test
    void thePeopleWithWorkHaveSomethingToDo() {
        Set<Role> working = EnumSet.of(
                Role.OFFICER,
                Role.OFFICE_DIRECTOR,
                Role.OFFICE_LEADER,
                Role.INSTRUCTING_LEADER,
                Role.UNIT_HEAD,
                Role.UNIT_LIAISON,
                Role.HANDLER);
        assertThat(accounts)
                .filteredOn(account -> working.contains(account.role())
                        && !List.of("hexianbao", "heshibao").contains(account.login()))
                .hasSizeGreaterThanOrEqualTo(working.size())
                .allSatisfy(account -> assertThat(obligations.openFor(actor(account.login()), 50))
                        .as(account.login())
                        .isNotEmpty());
    }

    /** A late matter is there to be urged; one that everybody forgot for months would teach nobody anything. */
    @Test
    void nothingLiesForgotten() {
        assertThat(jdbc.sql("""
                        select title || ' ' || kind_key || ' ' || due from obligations.obligation
                        where met_at is null and ending is null and due < :long_ago
                        """)
                        .param("long_ago", Sql.at(AWednesday.NOW.minus(Duration.ofDays(30))))
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private Actor actor(String login) {
        return access.actor(jdbc.sql("select person_id from access.account where login = :login")
                .param("login", login)
                .query(UUID.class)
                .single());
    }

    @Test
    void theLastQuarterHasItsMeetingsAndTheirSentence() {
        String page = meetings.seen("/meetings/figures?from=2026-01-01&to=2026-03-31", actor("shibancheng"));
        assertThat(page).contains("全国视频会议15个、领导小组会议4个、办党组会15个、办务会9个、专题会议53个");
        assertThat(meetings.seen("/meetings", actor("shibancheng"))).contains("秋粮入库工作全国视频会议", "待审批");
    }

    /** The office's own steps behind an end, striking off and the return visit, stay owed. */
    @Test
    void nothingElseIsOwedForWhatHasEnded() {
        assertThat(jdbc.sql("""
                        select i.title || ' ' || o.kind_key from obligations.obligation o
                        left join ledger.assignment a on a.id = o.source_id
                        join ledger.item i on i.id = coalesce(a.item_id, o.source_id)
                        where o.met_at is null and o.ending is null and not i.is_open
                          and o.kind_key not in ('strike-off', 'revisit', 'archive')
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void unreadNoticesAreOfTheLastDaysOnly() {
        assertThat(jdbc.sql("select count(*) from notices.notice where read_at is null and created_at < :before")
                        .param("before", Sql.at(AWednesday.NOW.minus(Duration.ofDays(2))))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theHistoryIsIntact() {
        history.seal();
        assertThat(history.verify().isIntact()).isTrue();
    }

    @Test
    void theFloodIsReportedByTownsAndAddsUpExactly() {
        Totals yesterday = totals(YESTERDAY);

        assertThat(List.of(yesterday.owed(), yesterday.reported(), yesterday.zero(), yesterday.late()))
                .containsExactly(27, 26, 8, 1);
        assertThat(yesterday.fields())
                .filteredOn(field -> field.field().code().equals("people_moved"))
                .extracting(field -> field.sum().intValueExact())
                .containsExactly(1885);
        assertThat(totals(TODAY).silent()).isBetween(5, 12);
        assertThat(totals(YESTERDAY.minusDays(8)).exempt()).isEqualTo(1);
    }

    @Test
    void theKeptTotalsAndTheSealedDigestsAgreeWithTheReports() {
        for (Regime regime : regimes.all()) {
            assertThat(regime.isApproved()).isTrue();
            regimes.rounds(regime.id(), TODAY, 30).forEach(round -> {
                OpenRound open = rounds.require(regime.key(), round.period());
                assertThat(totalsCheck.check(open).differences()).isEmpty();
                assertThat(batchCheck.check(open).wrong()).isEmpty();
            });
        }
    }

    @Test
    void theFloodIsSeenOnThePagesByThoseWhoAreConcerned() {
        String round = flood().key() + "/" + TODAY;
        assertThat(page("/reporting", "shibancheng")).contains("汛情日报");
        assertThat(page("/reporting/silent/" + round, "shibancheng")).contains("汀洲镇", "0000-900102001");
        assertThat(page("/reporting/totals/" + round, "gaozhanyuan")).contains("云泽省", "转移人口");
        assertThat(page("/reporting/bulletins/" + flood().key(), "zhuren")).contains("云泽省汛情日报");
        assertThat(page("/reporting/review/" + round, "hexianbao")).contains("渡口镇");
        assertThat(page("/reporting/mine", "hezhenbao")).contains("汛情日报");
    }

    private String page(String address, String login) {
        return new String(
                MockMvcTester.from(
                                web, builder -> builder.apply(springSecurity()).build())
                        .get()
                        .uri(address)
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(SignedIn.as(actor(login)))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private Totals totals(LocalDate period) {
        return totals.total(rounds.require(flood().key(), period), PlaceKey.ALL);
    }

    private Regime flood() {
        return regimes.runningOn(TODAY).get(0);
    }

    private Map<String, Long> states() {
        return count("select state as name, count(*) as n from ledger.item group by 1");
    }

    private Map<String, Long> lights() {
        return count("""
                select case when not is_open then 'GREY' when red_at <= '%1$s' then 'RED'
                       when yellow_at <= '%1$s' then 'YELLOW' else 'GREEN' end as name, count(*) as n
                from ledger.item group by 1
                """.formatted(AWednesday.NOW));
    }

    private Map<String, Long> count(String sql) {
        return new TreeMap<>(
                jdbc.sql(sql).query((row, n) -> Map.entry(row.getString("name"), row.getLong("n"))).list().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class AWednesday {

        static final Instant NOW = Instant.parse("2026-04-15T07:30:00Z");

        @Bean
        @Primary
        OfficeClock aWednesday() {
            TestClock clock = new TestClock();
            clock.set(NOW);
            return new OfficeClock(clock);
        }
    }
}
