package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A county fills in its report and those of its villages on a page. */
@WholeHouse
class FillPagesTests {

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
    private TestClock clock;

    private FillingPages pages;
    private Actor county;
    private Actor neighbour;
    private Regime counties;
    private Regime villages;

    @BeforeEach
    void aRegimeOfCountiesAndOneOfVillages(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        pages = new FillingPages(context);
        InventedRegions regions = InventedRegions.in(organization, access);
        county = regions.liaison("county-liaison");
        neighbour = regions.liaison("county-liaison-2");
        InventedRegime invented = new InventedRegime(jdbc, register, regimes, maker, clock);
        Actor officer = InventedOffice.in(organization, access).officer();
        counties = invented.below("99", 3, officer.personId());
        villages = invented.below("99", 5, officer.personId());
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void zeroIsOnePressUnderTheOwnNameAndCountsOnceWhenPressedTwice() {
        String page = pages.seen(own(DAY), county);
        assertThat(page).contains("零报告：没有情况", "由 丙县联 签报", "3月2日 周一 17:00");
        assertThat(page).doesNotContain("name=\"v.total\" value=\"0\"");

        pages.sent(own(DAY), county, "zero", "on", "seen", "0", "signer", "丙县联");
        String again = pages.sent(own(DAY), county, "zero", "on", "seen", "0", "signer", "丙县联");

        assertThat(again).contains("零报告：本期没有情况。");
        assertThat(revisions(counties, "990101")).isEqualTo(1);
    }

    @Test
    void aBrokenRuleKeepsADraftThatIsShownWithItsWriterUntilTheReportIsTaken() {
        MvcTestResult refused = pages.send(own(DAY), county, figures("9", "2", "1"));
        assertThat(refused).hasStatus(422);
        assertThat(FillingPages.text(refused)).contains("合计应等于本地与外来之和", "value=\"9\"", "已存为草稿");

        String later = pages.seen(own(DAY), county);
        assertThat(later).contains("丙县联", "存的草稿", "value=\"9\"", "还没报");

        pages.sent(own(DAY), county, figures("3", "2", "1"));
        assertThat(pages.seen(own(DAY), county)).doesNotContain("存的草稿");
    }

    @Test
    void whatCannotBeReadStaysInItsFieldWithTheReason() {
        String page = FillingPages.text(pages.send(own(DAY), county, figures("十二", "2", "1")));

        assertThat(page).contains("value=\"十二\"", "“新增合计”填的是“十二”：这里要填数字", "aria-invalid=\"true\"");
    }

    @Test
    void aFirstReportIsFollowedUpAndAFinalOneCorrectedWithAReason() {
        pages.sent(own(DAY), county, "seen", "0", "signer", "丙县联", "u.total", "on", "v.local", "2", "u.away", "on");
        assertThat(pages.seen(own(DAY), county)).contains("待续报", "续报第 1 次", "暂不清楚");

        pages.sent(own(DAY), county, figures("3", "2", "1", 1, ""));
        String noReason = FillingPages.text(pages.send(own(DAY), county, figures("4", "3", "1", 2, "")));
        assertThat(noReason).contains("更正已报的数字要写明理由");
        String stale = FillingPages.text(pages.send(own(DAY), county, figures("4", "3", "1", 1, "漏报一例")));
        assertThat(stale).contains("别人刚刚改过这份报告");
        String corrected = pages.sent(own(DAY), county, figures("4", "3", "1", 2, "漏报一例"));

        assertThat(corrected).contains("更正理由：漏报一例", "<del>3 例</del> → <ins>4 例</ins>", "<del>暂不清楚</del>", "第 3 版");
    }

    @Test
    void lastPeriodsValueIsShownAndNeverEntered() {
        pages.sent(own(DAY), county, figures("3", "2", "1"));
        clock.set("2026-03-03T09:00:00+08:00");

        String page = pages.seen(own(DAY.plusDays(1)), county);

        assertThat(page).contains("上期（3月2日 周一）：3 例").doesNotContain("value=\"3\"");
    }

    @Test
    void aRuleThatOnlyWarnsIsToldAfterSending() {
        pages.sent(own(DAY), county, figures("1", "1", "0"));
        clock.set("2026-03-03T09:00:00+08:00");

        assertThat(pages.sent(own(DAY.plusDays(1)), county, figures("300", "300", "0")))
                .contains("比上期增加超过100，请核实");
    }

    @Test
    void whoReportsForAVillageNamesThePersonWhoToldIt() {
        String village = fill(villages, DAY, "990101001201");
        assertThat(pages.seen(village, county)).contains("您是代报").doesNotContain("由 丙县联 签报");
        assertThat(pages.send(village, county, "zero", "on", "seen", "0", "signer", ""))
                .hasStatus(422);

        pages.sent(village, county, "zero", "on", "seen", "0", "signer", "村支书甲");

        assertThat(pages.seen(village, county)).contains("村支书甲 签报", "丙县联 代报");
        assertThat(pages.get(village, neighbour)).hasStatus(403);
        assertThat(pages.send(village, neighbour, "zero", "on", "seen", "0", "signer", "甲"))
                .hasStatus(403);
    }

    @Test
    void nothingIsReportedForADayThatHasNotCome() {
        String tomorrow = own(DAY.plusDays(1));

        assertThat(pages.seen(tomorrow, county)).contains("现在还不能报").doesNotContain("零报告：没有情况");
        MvcTestResult refused = pages.send(tomorrow, county, "zero", "on", "seen", "0", "signer", "丙县联");
        assertThat(FillingPages.text(refused)).contains("还没有开始");
    }

    @Test
    void mineShowsWhatWaitsForMyUnitAndWhoBelowHasSent() {
        pages.sent(fill(villages, DAY, "990101001201"), county, "zero", "on", "seen", "0", "signer", "村支书甲");

        String page = pages.seen("/reporting/mine", county);

        assertThat(page).contains(own(DAY), fill(villages, DAY, "990101001202"), "已报 1 / 4", "东111镇 东1111村");
        pages.sent(own(DAY), county, "seen", "0", "signer", "丙县联", "u.total", "on", "v.local", "2", "u.away", "on");
        clock.set("2026-03-03T09:00:00+08:00");
        assertThat(pages.seen("/reporting/mine", county)).contains(own(DAY), "续报", own(DAY.plusDays(1)));
    }

    private String own(LocalDate period) {
        return fill(counties, period, "990101");
    }

    private String fill(Regime regime, LocalDate period, String code) {
        return "/reporting/fill/" + regime.key() + "/" + period + "/"
                + places.byCode(code).orElseThrow().key();
    }

    private static String[] figures(String total, String local, String away) {
        return figures(total, local, away, 0, "");
    }

    private static String[] figures(String total, String local, String away, int seen, String reason) {
        return new String[] {
            "v.total", total, "v.local", local, "v.away", away, "signer", "丙县联", "seen", "" + seen, "reason", reason
        };
    }

    private int revisions(Regime regime, String code) {
        return jdbc.sql("select count(*) from reporting.report where regime = :regime and place = :place")
                .param("regime", regime.id())
                .param("place", places.byCode(code).orElseThrow().key())
                .query(Integer.class)
                .single();
    }
}
