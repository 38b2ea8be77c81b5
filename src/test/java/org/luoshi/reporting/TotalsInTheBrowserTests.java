package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.RoundMaker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of leaders and the duty officer in a real browser: fit to be seen, alive while reports come in, and whole without a script. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TotalsInTheBrowserTests {

    private static final LocalDate FIRST = InventedRegime.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private PlaceQueries places;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private InventedOffice office;
    private InventedRegions regions;
    private Regime villages;

    @BeforeAll
    void twoDaysOfVillages(
            @Autowired JdbcClient jdbc,
            @Autowired PlaceRegister register,
            @Autowired RegimeQueries regimes,
            @Autowired RoundMaker maker) {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        office.openAccounts();
        regions = InventedRegions.in(organization, access);
        villages = new InventedRegime(jdbc, register, regimes, maker, clock)
                .below("99", 5, office.officer().personId());
        int number = 0;
        for (String code : regions.villages()) {
            report(code, FIRST, number++ % 5 * 3);
        }
        clock.set("2026-03-03T16:30:00+08:00");
        maker.start(villages);
        for (String code : regions.villages().subList(0, 9)) {
            report(code, SECOND, number++ % 6 * 4);
        }
    }

    @AfterAll
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void everyPageIsFitToBeSeen() {
        String round = villages.key() + "/" + SECOND;
        for (String language : List.of("zh-CN", "en")) {
            Page page = signedIn(BROWSER.desk(language));
            look(page, "/reporting", "reporting-start", language);
            look(
                    page,
                    "/reporting/totals/" + round + "?place=" + key("99") + "&compare=before&fill=last",
                    "totals",
                    language);
            look(page, "/reporting/totals/" + round + "?place=" + key("9901"), "totals-city", language);
            look(page, "/reporting/silent/" + round + "?place=" + key("99"), "silent", language);
            look(page, "/reporting/silent/" + round + "/call-list?place=" + key("9902"), "silent-call-list", language);
            look(
                    page,
                    "/reporting/reports/" + round + "/" + key(regions.villages().get(2)),
                    "report",
                    language);
            look(page, "/reporting/groupings", "groupings", language);
        }
    }

    @Test
    void thePicturesAreDrawnAndATileLeadsDown() {
        Page page = signedIn(BROWSER.desk("zh-CN"));
        go(page, "/reporting/totals/" + villages.key() + "/" + SECOND + "?place=" + key("9901"));

        page.locator(".tiles a").first().waitFor();
        assertThat(page.locator(".lines canvas").count()).isEqualTo(1);
        page.locator(".tiles a").first().click();
        page.waitForURL("**/totals/**place=*");

        assertThat(page.locator("h1").innerText()).isEqualTo("演示疫情日报");
        assertThat(page.locator("nav.chips [aria-current]").innerText()).endsWith("县");
    }

    @Test
    void theListOfTheSilentGetsShorterByItselfAndKeepsWhatWasTicked() {
        String last = regions.villages().get(15);
        String before = regions.villages().get(14);
        Page page = signedIn(BROWSER.desk("zh-CN"));
        go(page, "/reporting/silent/" + villages.key() + "/" + SECOND + "?place=" + key("990202002"));
        page.locator("#unit-" + key(before)).check();

        report(last, SECOND, 1);

        Locator gone = page.locator("#unit-" + key(last));
        gone.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.DETACHED)
                .setTimeout(12_000));
        assertThat(page.locator("#unit-" + key(before)).isChecked()).isTrue();
    }

    @Test
    void withoutAScriptTheTableSaysItAllAndUrgingWorks() {
        Page page = signedIn(BROWSER.withoutScript("zh-CN"));
        go(page, "/reporting/totals/" + villages.key() + "/" + SECOND + "?place=" + key("99"));
        assertThat(page.locator("#table tbody tr").count()).isEqualTo(2);
        page.locator("select[name=compare]").selectOption("before");
        page.locator("form.filter button").click();
        assertThat(page.url()).contains("compare=before");

        go(page, "/reporting/silent/" + villages.key() + "/" + SECOND + "?place=" + key("99"));
        page.locator("input[name=unit]").first().check();
        page.locator("form[action*=urges] button").first().click();

        assertThat(page.locator("main").innerText()).contains("没有账号，请打电话：1 个单位");
    }

    private void look(Page page, String address, String name, String language) {
        Response answer = go(page, address);
        assertThat(answer.status()).isEqualTo(200);
        for (int width : new int[] {1440, 390}) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            if (page.locator("[data-totals-chart]").count() > 0) {
                page.locator(".pictures").waitFor();
            }
            Browser.screenshot(page, name + "-" + language.substring(0, 2) + "-" + width);
            Browser.assertFitsTheScreen(page);
            Browser.assertAccessible(page);
        }
        page.setViewportSize(1440, 900);
    }

    private Response go(Page page, String address) {
        return Objects.requireNonNull(page.navigate("http://localhost:" + port + address));
    }

    private Page signedIn(Page page) {
        go(page, "/sign-in");
        page.locator("form[action='/sign-in'] input:not([type=hidden]):not([type=password])")
                .first()
                .fill("officer");
        page.locator("input[type=password]").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
        return page;
    }

    /** Zero as the signed zero. */
    private void report(String code, LocalDate period, int number) {
        Map<String, String> values =
                number == 0 ? Map.of() : Map.of("total", "" + number, "local", "" + number, "away", "0");
        rounds.forget();
        desk.hand(
                villages.key(),
                period,
                new Incoming(0, code, number == 0, values, "村联络员", office.officer(), Channel.PROGRAM, 0, null, true));
    }

    private long key(String code) {
        return places.byCode(code).orElseThrow().key();
    }
}
