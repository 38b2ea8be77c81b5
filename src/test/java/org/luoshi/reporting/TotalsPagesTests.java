package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.notices.Notice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.reporting.totals.BatchCheck;
import org.luoshi.reporting.totals.BatchCheckResult;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What the office, a leader and a county see of a round, and what the duty officer can do about silence. */
@WholeHouse
class TotalsPagesTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private PlaceQueries places;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private NoticesApi notices;

    @Autowired
    private JobsApi jobs;

    @Autowired
    private TestClock clock;

    private MockMvcTester mvc;
    private InventedRegions regions;
    private Actor officer;
    private Actor leader;
    private Actor county;
    private Regime villages;
    private Regime counties;

    @BeforeEach
    void twoRegimes(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        regions = InventedRegions.in(organization, access);
        regions.openAccounts();
        InventedOffice office = InventedOffice.in(organization, access);
        officer = office.officer();
        leader = office.leader();
        county = regions.liaison("county-liaison");
        InventedRegime invented = new InventedRegime(jdbc, register, regimes, maker, clock);
        villages = invented.below("99", 5, officer.personId());
        counties = invented.below("99", 3, officer.personId());
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void theStartShowsWhatRunsAndInTheLastHourWhoIsSilentFirst() {
        report(villages, "990101001201", DAY, 7, 0);

        assertThat(seen("/reporting", officer))
                .contains("/totals/" + villages.key())
                .contains("1 / 16");
        assertThat(seen("/reporting", officer)).doesNotContain("演示疫情日报：还有 15 个没报");

        clock.set("2026-03-02T16:10:00+08:00");
        assertThat(seen("/reporting", officer)).contains("演示疫情日报：还有 15 个没报").contains("东山省 东1市 东11县");
        clock.set("2026-03-02T17:10:00+08:00");
        assertThat(seen("/reporting", leader)).contains("演示疫情日报：缺报 15 个");
        assertThat(seen("/reporting", county)).contains("演示疫情日报：缺报 3 个").doesNotContain("缺报 15 个");
    }

    @Test
    void aFigureIsNeverShownWithoutWhatItLacks() {
        report(villages, "990101001201", DAY, 7, 0);
        report(villages, "990101001202", DAY, 0, 0);

        String page = seen(totals(villages, "990101"), officer);

        assertThat(page).contains("2 / 4 个单位").contains("数字还不全，2 个单位还没报，在东112镇");
        assertThat(page).contains("东111镇").contains("未审 2");
        assertThat(seen(totals(villages, "99"), officer)).contains("2 / 16 个单位");
    }

    @Test
    void theWayDownEndsAtTheOneReportWithItsSignerAndWhyItWasCorrected() {
        report(villages, "990101001201", DAY, 7, 0);
        report(villages, "990101001201", DAY, 6, 1);
        long village = key("990101001201");

        MvcTestResult result = get(totals(villages, "990101001201"), officer);
        assertThat(result).hasStatus3xxRedirection();
        String page = seen("/reporting/reports/" + villages.key() + "/" + DAY + "/" + village, officer);

        assertThat(page)
                .contains("签报人 签报")
                .contains("更正理由：更正")
                .contains("第 2 版")
                .contains("现行");
        assertThat(page).contains("程序报送").contains("续报或更正");
        String unsent = seen("/reporting/reports/" + villages.key() + "/" + DAY + "/" + key("990101001202"), officer);
        assertThat(unsent).contains("没有收到不等于零");
    }

    @Test
    void nobodySeesANeighbourAndTheCountySeesItsOwn() {
        assertThat(seen("/reporting/totals/" + villages.key() + "/" + DAY, county))
                .contains("东111镇")
                .doesNotContain("东12县");
        for (String page : List.of("totals", "silent")) {
            String base = "/reporting/" + page + "/" + villages.key() + "/" + DAY;
            assertThat(get(base + "?place=" + key("990102"), county)).hasStatus(403);
            assertThat(get(base + "?place=" + PlaceKey.ALL, county)).hasStatus(403);
            assertThat(get(
                            "/api/v1/reporting/regimes/" + villages.key() + "/periods/" + DAY + "/" + page + "?place="
                                    + key("99"),
                            county))
                    .hasStatus(403);
        }
        assertThat(get("/reporting/reports/" + villages.key() + "/" + DAY + "/" + key("990102001201"), county))
                .hasStatus(403);
        assertThat(get("/reporting/totals/" + villages.key() + "/" + DAY, stranger()))
                .hasStatus(403);
    }

    @Test
    void aDifferenceNeedsAFigureOnBothSides() {
        clock.set("2026-03-03T09:00:00+08:00");
        maker.start(villages);
        LocalDate next = DAY.plusDays(1);
        report(villages, "990101001201", DAY, 7, 0);
        report(villages, "990101001201", next, 9, 0);
        report(villages, "990101002201", next, 4, 0);

        String page = seen(
                "/reporting/totals/" + villages.key() + "/" + next + "?place=" + key("990101") + "&compare=before",
                officer);

        assertThat(page).contains("+2").contains("+6");
        String below = page.substring(page.indexOf("东112镇</a>"));
        assertThat(below).contains("—").doesNotContain("+4").doesNotContain("±0");
        assertThat(seen(totals(villages, "99") + "&compare=week", officer)).contains("没有可以对比的那一期");
    }

    @Test
    void theLastValuesOfTheSilentStandBesideTheFigureAndNotInIt() {
        clock.set("2026-03-03T09:00:00+08:00");
        maker.start(villages);
        LocalDate next = DAY.plusDays(1);
        report(villages, "990101001201", DAY, 7, 0);
        report(villages, "990101001202", DAY, 5, 0);
        report(villages, "990101001201", next, 1, 0);

        String page = seen(
                "/reporting/totals/" + villages.key() + "/" + next + "?place=" + key("990101") + "&fill=last", officer);

        assertThat(page).contains("<b>1</b>").contains("+ 5<small>1 个单位，估计").doesNotContain("<b>6</b>");
    }

    @Test
    void whoHasAnAccountIsUrgedOnceAndWhoHasNoneIsToBeCalled() {
        String urges = "/reporting/silent/" + counties.key() + "/" + DAY + "/urges";
        String first = text(send(urges, officer, "all", "true"));
        assertThat(first).contains("已通知").contains("东11县").contains("还有 2 个没报的单位在这里没有人报送");
        assertThat(inbox("county-liaison"))
                .anyMatch(notice ->
                        notice.href().equals("/reporting/fill/" + counties.key() + "/" + DAY + "/" + key("990101")));

        String again = text(send(urges, officer, "unit", "" + key("990101"), "unit", "" + key("990201")));
        assertThat(again).contains("暂不重复：1 个单位").contains("没有账号，请打电话：1 个单位");
        assertThat(send(urges, officer)).hasStatus(422);
        assertThat(send(urges, leader, "all", "true")).hasStatus(403);
    }

    @Test
    void theSuperiorIsToldWhichOfItsUnitsAreSilent() {
        report(counties, "990101", DAY, 0, 0);

        String told = text(
                send("/reporting/silent/" + counties.key() + "/" + DAY + "/escalations?place=" + key("99"), officer));

        assertThat(told).contains("东1市").contains("没有账号，请打电话：1 个单位").contains("东2市");
        assertThat(inbox("city-liaison")).anyMatch(notice -> {
            String units = notice.arguments().getOrDefault("units", "");
            return notice.href().contains(counties.key().toString())
                    && units.contains("东12县")
                    && !units.contains("东11县");
        });
    }

    @Test
    void theListRefreshesItselfInPartAndPrintsWhole() {
        String address = "/reporting/silent/" + villages.key() + "/" + DAY + "?place=" + key("9902");
        String whole = seen(address, officer);
        String part = text(mvc.get()
                .uri(address)
                .header("HX-Request", "true")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(officer))
                .exchange());

        assertThat(whole).contains("<html").contains("every 5s").contains("4 个没报");
        assertThat(part).doesNotContain("<html").contains("id=\"silent-now\"");
        assertThat(seen(address.replace("?", "/call-list?"), officer))
                .contains("电话单")
                .contains("东2222村");
    }

    @Test
    void programsReadTheSameFiguresAndGoThroughTheSilent() {
        report(villages, "990101001201", DAY, 7, 0);
        String base = "/api/v1/reporting/regimes/" + villages.key() + "/periods/" + DAY;

        assertThat(get(base + "/totals", officer))
                .bodyJson()
                .extractingPath("$.total.fields[0]")
                .asMap()
                .containsEntry("sum", 7)
                .containsEntry("known", 1);
        assertThat(get(base + "/totals?place=" + key("9902"), officer))
                .bodyJson()
                .extractingPath("$.total.fields[0].sum")
                .isNull();
        assertThat(get(base + "/silent?place=" + key("990101"), officer))
                .bodyJson()
                .extractingPath("$.units")
                .asArray()
                .hasSize(3);
        assertThat(get("/reporting/totals/" + villages.key() + "/" + DAY + "/chart?place=" + key("990101"), officer))
                .bodyJson()
                .extractingPath("$.fields[0].tiles[1].value")
                .isNull();
    }

    @Test
    void aGroupingAddsUpItsMembersEachOnce() {
        String made =
                location(send("/reporting/groupings", officer, "name", "脱贫县" + UUID.randomUUID(), "basis", "演示依据"));
        String refused = text(send(made + "/members", officer, "units", "990101\n东12县、990101001、没有这个县"));
        assertThat(refused)
                .contains("加入了 2 个单位")
                .contains("认不出：没有这个县")
                .contains("没有加入")
                .contains("东111镇");
        report(villages, "990101001201", DAY, 7, 0);
        report(villages, "990102001201", DAY, 5, 0);
        report(villages, "990201001201", DAY, 100, 0);

        String id = made.substring(made.lastIndexOf('/') + 1);
        String page = seen("/reporting/totals/" + villages.key() + "/" + DAY + "?grouping=" + id, leader);

        assertThat(page).contains("<b>12</b>").contains("2 / 8 个单位");
        assertThat(get("/reporting/totals/" + villages.key() + "/" + DAY + "?grouping=" + id, county))
                .hasStatus(404);
        assertThat(send("/reporting/groupings", county, "name", "甲", "basis", "乙"))
                .hasStatus(403);
        assertThat(text(send("/reporting/groupings", officer, "name", "", "basis", "写过的依据")))
                .contains("这一项要填写")
                .contains("写过的依据");
    }

    @Test
    void theOfficeHasTheTotalsCountedAgain() throws Exception {
        report(villages, "990101001201", DAY, 7, 0);
        String checks = "/reporting/totals/" + villages.key() + "/" + DAY + "/checks";
        assertThat(send(checks, county)).hasStatus(403);

        String job = location(send(checks, officer));
        assertThat(outcome(job)).isEqualTo("reporting.check.right");
        assertThat(seen(job, officer)).contains("核对“演示疫情日报”").doesNotContain("{title}");
        jdbc.sql("update reporting.rollup set zero = zero + 1 where regime = :regime and place = :place")
                .param("regime", villages.id())
                .param("place", key("990202"))
                .update();
        assertThat(outcome(location(send(checks, officer)))).isEqualTo("reporting.check.wrong");
    }

    @Test
    void aReportThatSomebodyChangedInTheTableIsFoundByTheSealedHistory(
            @Autowired BatchCheck batches, @Autowired TransactionTemplate transaction) throws Exception {
        report(villages, "990101001201", DAY, 7, 0);
        report(villages, "990101001202", DAY, 0, 0);
        OpenRound open = rounds.require(villages.key(), DAY);
        assertThat(batches.check(open)).isEqualTo(new BatchCheckResult(2, List.of()));

        transaction.executeWithoutResult(status -> {
            jdbc.sql("select set_config('reporting.erasing', 'on', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("update reporting.report set signer = '别人' where regime = :regime and place = :place")
                    .param("regime", villages.id())
                    .param("place", key("990101001202"))
                    .update();
        });

        assertThat(batches.check(open).wrong()).hasSize(1);
        String checks = "/reporting/totals/" + villages.key() + "/" + DAY + "/checks";
        assertThat(outcome(location(send(checks, officer)))).isEqualTo("reporting.check.reports-wrong");
        jdbc.sql("update reporting.regime set erased_at = now() where id = :regime")
                .param("regime", villages.id())
                .update();
        rounds.forget();
        assertThat(outcome(location(send(checks, officer)))).isEqualTo("reporting.check.reports-erased");
    }

    @Test
    void whatIsSeldomIsOfferedForATelephoneCall() {
        for (int day = 0; day < 3; day++) {
            LocalDate period = DAY.plusDays(day);
            clock.set(period + "T09:00:00+08:00");
            maker.start(villages);
            report(villages, "990101001201", period, 2 + day * 3, 0);
            report(villages, "990101001202", period, 0, 0);
        }

        String page = seen(
                "/reporting/totals/" + villages.key() + "/" + DAY.plusDays(2) + "?place=" + key("990101001"), officer);

        assertThat(page).contains("建议电话核实").contains("周边单位连续上升").contains("东1112村");
    }

    private String outcome(String address) throws InterruptedException {
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        for (int tries = 0; tries < 200; tries++) {
            Job job = jobs.find(id, officer).orElseThrow();
            if (job.outcome() != null) {
                return job.outcome().textKey();
            }
            assertThat(job.failure()).isNull();
            Thread.sleep(50);
        }
        return "";
    }

    private List<Notice> inbox(String login) {
        return notices.inbox(regions.liaison(login).personId(), 200);
    }

    private Actor stranger() {
        return access.actor(
                organization.addPerson("过路人", null, null, Actor.system()).id());
    }

    private String totals(Regime regime, String code) {
        return "/reporting/totals/" + regime.key() + "/" + DAY + "?place=" + key(code);
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor))
                .exchange();
    }

    private String seen(String uri, Actor actor) {
        MvcTestResult result = get(uri, actor);
        assertThat(result).hasStatusOk();
        return text(result);
    }

    private MvcTestResult send(String uri, Actor actor, String... namesAndValues) {
        var request = mvc.post().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(actor));
        for (int n = 0; n < namesAndValues.length; n += 2) {
            request = request.param(namesAndValues[n], namesAndValues[n + 1]);
        }
        return request.exchange();
    }

    private static String location(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        @Nullable String location = result.getResponse().getRedirectedUrl();
        return location == null ? "" : location;
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Zero as the signed zero. */
    private void report(Regime regime, String code, LocalDate period, int number, int seen) {
        Map<String, String> values =
                number == 0 ? Map.of() : Map.of("total", "" + number, "local", "" + number, "away", "0");
        rounds.forget();
        desk.hand(
                regime.key(),
                period,
                new Incoming(
                        0,
                        code,
                        number == 0,
                        values,
                        "签报人",
                        officer,
                        Channel.PROGRAM,
                        seen,
                        seen == 0 ? null : "更正",
                        true));
    }

    private long key(String code) {
        return places.byCode(code).orElseThrow().key();
    }
}
