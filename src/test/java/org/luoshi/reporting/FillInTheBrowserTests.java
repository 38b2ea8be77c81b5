package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two days of a county liaison and a village cadre with old telephones: 390 pixels, no script. */
@WholeHouse
class FillInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

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

    @LocalServerPort
    private int port;

    private Regime counties;
    private Regime villages;

    @BeforeEach
    void twoRegimes() {
        clock.set(TestClock.START);
        InventedRegions.in(organization, access).openAccounts();
        InventedRegime invented = new InventedRegime(jdbc, register, regimes, maker, clock);
        var officer = InventedOffice.in(organization, access).officer().personId();
        counties = invented.below("99", 3, officer);
        villages = invented.below("99", 5, officer);
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void zeroOnMondayAndFiguresOnTuesday() {
        Page page = BROWSER.phoneWithoutScript("zh-CN");
        signIn(page);
        go(page, "/reporting/mine");
        page.locator("a[href='" + own(DAY) + "']").click();
        page.locator("text=零报告：没有情况").click();
        assertThat(main(page)).contains("已收下：丙县联签报", "零报告：本期没有情况。");

        clock.set("2026-03-03T09:00:00+08:00");
        go(page, own(DAY.plusDays(1)));
        assertThat(main(page)).contains("上期（3月2日 周一）：0 例");
        assertThat(page.locator("input[name='v.total']").inputValue()).isEmpty();

        figures(page, "5", "2", "1");
        assertThat(main(page)).contains("合计应等于本地与外来之和", "已存为草稿");
        Browser.screenshot(page, "filling-refused");
        go(page, own(DAY.plusDays(1)));
        assertThat(main(page)).contains("存的草稿");

        page.locator("input[name='v.total']").fill("");
        page.locator("input[name='u.total']").check();
        figures(page, "", "2", "");
        assertThat(main(page)).contains("“其中外来”必须填写");
        page.locator("input[name='u.away']").check();
        send(page);
        assertThat(main(page)).contains("已收下", "待续报", "续报第 1 次");
        Browser.screenshot(page, "filling-follow-up");

        page.locator("input[name='u.total']").uncheck();
        page.locator("input[name='u.away']").uncheck();
        figures(page, "3", "2", "1");
        assertThat(main(page)).contains("续报1", "终报");
        page.locator("summary:has-text('更正这份报告')").click();
        page.locator("#reason").fill("漏报一例");
        figures(page, "4", "3", "1");
        assertThat(main(page)).contains("更正理由：漏报一例", "3 例 → 4 例");
        Browser.screenshot(page, "filling-corrected");
    }

    @Test
    void aVillageReportsByLinkUntilItEnds() {
        Page liaison = BROWSER.phoneWithoutScript("zh-CN");
        signIn(liaison);
        go(liaison, "/reporting/links/" + villages.key() + "?place=" + key("990101"));
        liaison.locator("input[name=unit]").first().check();
        liaison.locator("#until").fill("2026-03-03");
        liaison.locator("text=给勾选的单位做新链接").click();
        String address = liaison.locator("code.word").first().innerText();

        Page village = BROWSER.phoneWithoutScript("zh-CN");
        village.navigate(address);
        village.locator("#zero-signer").fill("村支书甲");
        village.locator("#zero-telephone").fill("138-0000-0000");
        village.locator("text=零报告：没有情况").click();
        assertThat(main(village)).contains("已收下：村支书甲签报");

        clock.set("2026-03-04T08:00:00+08:00");
        village.navigate(address);
        assertThat(main(village)).contains("链接打不开", "已经过期", "丙县联");
    }

    @Test
    void everyPageIsFitToBeSeen() {
        String villageFill = "/reporting/fill/" + villages.key() + "/" + DAY + "/" + key("990101001201");
        for (String language : List.of("zh-CN", "en")) {
            for (Page page : List.of(BROWSER.desk(language), BROWSER.phone(language))) {
                signIn(page);
                Map.of(
                                "mine",
                                "/reporting/mine",
                                "own",
                                own(DAY),
                                "behalf",
                                villageFill,
                                "links",
                                "/reporting/links/" + villages.key(),
                                "contacts",
                                "/reporting/contacts/" + key("990101"))
                        .forEach((name, path) -> {
                            go(page, path);
                            look(page, name, language);
                        });
                go(page, "/reporting/links/" + villages.key());
                page.locator("input[name=unit]").first().check();
                page.locator("#making button:not([name])").click();
                look(page, "sheet", language);
                String address = page.locator("code.word").first().innerText();
                page.context().clearCookies();
                page.navigate(address);
                look(page, "visit-fill", language);
                page.navigate(address + "?list=true");
                look(page, "visit", language);
                page.navigate(address + "x");
                look(page, "closed", language);
                page.context().close();
            }
        }
    }

    private static void look(Page page, String name, String language) {
        Browser.screenshot(page, "filling-" + name + "-" + language.substring(0, 2) + "-" + page.viewportSize().width);
        Browser.assertFitsTheScreen(page);
        Browser.assertAccessible(page);
    }

    private void figures(Page page, String total, String local, String away) {
        page.locator("input[name='v.total']").fill(total);
        page.locator("input[name='v.local']").fill(local);
        page.locator("input[name='v.away']").fill(away);
        send(page);
    }

    private static void send(Page page) {
        page.locator("form:has(input[name='v.total']) button").click();
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static String main(Page page) {
        return page.locator("main").innerText();
    }

    private String own(LocalDate period) {
        return "/reporting/fill/" + counties.key() + "/" + period + "/" + key("990101");
    }

    private long key(String code) {
        return places.byCode(code).orElseThrow().key();
    }

    private void signIn(Page page) {
        go(page, "/sign-in");
        page.locator("#login").fill("county-liaison");
        page.locator("#password").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
    }
}
