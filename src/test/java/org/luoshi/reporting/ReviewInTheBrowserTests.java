package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A province looks at its counties without JavaScript, and the office draws up, corrects and ends, at a desk and on a phone. */
@WholeHouse
class ReviewInTheBrowserTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private Actor officer;
    private Regime counties;

    @BeforeEach
    void twoDays() {
        clock.set(TestClock.START);
        rounds.forget();
        InventedRegions regions = InventedRegions.in(organization, access);
        regions.openAccounts();
        InventedOffice office = InventedOffice.in(organization, access);
        office.openAccounts();
        officer = office.officer();
        counties = new InventedRegime(jdbc, register, regimes, maker, clock).below("99", 3, officer.personId());
        report(DAY, "990101", 12, 0);
        report(DAY, "990102", 8, 0);
        clock.set("2026-03-03T10:00:00+08:00");
        maker.start(counties);
        report(DAY.plusDays(1), "990101", 31, 0);
        report(DAY.plusDays(1), "990102", 0, 0);
        clock.set("2026-03-03T17:20:00+08:00");
        report(DAY.plusDays(1), "990201", 2, 0);
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
        rounds.forget();
    }

    @Test
    void fromTheReviewToTheEnd() {
        Page province = BROWSER.withoutScript("zh-CN");
        signIn(province, "province-liaison");
        String review = "/reporting/review/" + counties.key() + "/" + DAY.plusDays(1);
        open(province, review);
        isFit(province, "review");
        assertThat(province.locator("main").innerText())
                .contains("变化大")
                .contains("上期有数，本期零")
                .contains("迟报");
        province.locator("summary").first().click();
        province.locator("button[value=QUESTIONED]").first().click();
        assertThat(province.locator("[role=alert]").innerText()).contains("请写明疑问或批注的内容");
        isFit(province, "review-refused");
        province.locator("textarea").first().fill("一天多了 19 例，请核对");
        province.locator("button[value=QUESTIONED]").first().click();
        province.locator("button[value=CONFIRMED]").first().click();
        province.locator("form[action*=confirmations] button").click();
        assertThat(province.locator("[role=status]").innerText()).contains("确认了 1 份报告");
        open(province, review + "?show=QUESTIONED");
        assertThat(province.locator("main").innerText()).contains("一天多了 19 例");

        Page office = BROWSER.desk("zh-CN");
        signIn(office, "officer");
        open(office, review + "?show=CONFIRMED");
        isFit(office, "office-review");
        open(office, "/reporting/bulletins/" + counties.key());
        isFit(office, "bulletins-none");
        office.locator("form[action*=bulletins] button.main").click();
        isFit(office, "bulletin-draft");
        office.locator("button[value=issue]").click();
        isFit(office, "bulletin-issued");
        String bulletin = office.url();
        report(DAY.plusDays(1), "990101", 13, 1);
        report(DAY.plusDays(1), "990202", 1, 0);
        office.reload();
        isFit(office, "bulletin-changed");
        office.locator("form[action*=errata] button").click();
        isFit(office, "erratum-draft");
        office.locator("button[value=issue]").click();
        isFit(office, "erratum-issued");
        office.navigate(bulletin);
        office.locator("form[action*=checks] button").click();
        assertThat(office.locator("[role=status]").innerText()).contains("完全相同");
        open(office, "/reporting/bulletins/" + counties.key());
        isFit(office, "bulletins");
        open(office, "/reporting/totals/" + counties.key() + "/" + DAY);
        isFit(office, "totals-with-review");
    }

    @Test
    void theEndOfARegimeIsPlainToSee() {
        clock.set("2026-05-04T10:00:00+08:00");
        Page office = BROWSER.desk("zh-CN");
        signIn(office, "officer");
        open(office, "/reporting/ending/" + counties.key());
        isFit(office, "ending");
        office.locator("form[action*=requests] button").click();
        isFit(office, "ending-asked");
        assertThat(office.locator("main").innerText()).contains("要由另一个人确认");
    }

    private static void isFit(Page page, String name) {
        for (int width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            Browser.screenshot(page, "reporting-" + name + "-" + width);
            Browser.assertFitsTheScreen(page);
        }
        page.setViewportSize(1440, 900);
        if (!name.startsWith("review")) {
            Browser.assertAccessible(page);
        }
    }

    private void open(Page page, String path) {
        assertThat(Objects.requireNonNull(page.navigate("http://localhost:" + port + path))
                        .status())
                .isEqualTo(200);
    }

    private void signIn(Page page, String login) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("input[name=login]").fill(login);
        page.locator("input[type=password]").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
    }

    /** Zero as the signed zero. */
    private void report(LocalDate period, String code, int number, int seen) {
        Map<String, String> values =
                number == 0 ? Map.of() : Map.of("total", "" + number, "local", "" + number, "away", "0");
        desk.hand(
                counties.key(),
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
                        seen == 0 ? null : "重复登记 18 例",
                        true));
    }
}
