package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
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

/** A county fetches a form, a village fills it in from a disk, and its answer comes back without an account. */
@WholeHouse
class OfflineInTheBrowserTests {

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

    @TempDir
    private Path disk;

    private Regime villages;

    @BeforeEach
    void aRegimeOfVillages() {
        clock.set(TestClock.START);
        InventedRegions.in(organization, access).openAccounts();
        villages = new InventedRegime(jdbc, register, regimes, maker, clock)
                .below(
                        "99",
                        5,
                        InventedOffice.in(organization, access).officer().personId());
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void theWebFormIsFilledInFromADiskAndItsAnswerIsTakenOnce() throws IOException {
        Path form = fetched();
        Page village = BROWSER.phone("zh-CN");
        village.navigate(form.toUri().toString());
        village.locator("[id='v.total']").fill("三个");
        village.locator("button[type=submit]").click();
        assertThat(village.locator("body").innerText()).contains("这里要填数字", "这里必须填", "请填电话号码");
        Browser.screenshot(village, "offline-form-wrong");

        village.locator("[id='v.total']").fill("3");
        village.locator("[id='v.local']").fill("2");
        village.locator("[id='v.away']").fill("1");
        village.locator("#signer").fill("村支书甲");
        village.locator("#telephone").fill("13800000000");
        Download saved = village.waitForDownload(
                () -> village.locator("button[type=submit]").click());
        Path answer = disk.resolve("answer.json");
        saved.saveAs(answer);
        Browser.screenshot(village, "offline-form-done");
        Browser.assertFitsTheScreen(village);
        Browser.assertAccessible(village);
        String text = village.locator("#copy").inputValue();

        Page back = BROWSER.phoneWithoutScript("zh-CN");
        back.navigate("http://localhost:" + port + "/report/offline");
        back.locator("#file").setInputFiles(answer);
        back.locator("main form button").click();
        assertThat(back.locator("main").innerText()).contains("已收下", "东1111村", "村支书甲签报", "第 1 版");
        Browser.screenshot(back, "offline-taken");

        back.locator("#text").fill("您好，报告如下：\n> " + text.replace("\n", "\n> ") + "\n谢谢");
        back.locator("main form button").click();
        assertThat(back.locator("main").innerText()).contains("以前已经收下", "第 1 版");
        assertThat(jdbc.sql(
                                "select count(*) from reporting.report where regime = :regime and channel = 5 and signer = '村支书甲'")
                        .param("regime", villages.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePagesAreFitToBeSeen() {
        for (Page page : new Page[] {BROWSER.desk("zh-CN"), BROWSER.phone("en")}) {
            signIn(page);
            for (String name : new String[] {"upload", "offline"}) {
                page.navigate(address(name));
                look(page, name);
            }
            page.navigate("http://localhost:" + port + "/reporting/uploads");
            look(page, "uploads");
            page.navigate("http://localhost:" + port + "/report/offline");
            look(page, "visit");
        }
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, "offline-" + name + "-" + page.viewportSize().width);
        Browser.assertFitsTheScreen(page);
        Browser.assertAccessible(page);
    }

    private Path fetched() throws IOException {
        Page county = BROWSER.desk("zh-CN");
        signIn(county);
        county.navigate(address("offline"));
        county.locator("input[name=web][value=true]").check();
        county.locator("input[name=unit][value='"
                        + places.byCode("990101001201").orElseThrow().key() + "']")
                .check();
        Download file =
                county.waitForDownload(() -> county.locator("text=给勾选的单位取表").click());
        Path form = disk.resolve("form.html");
        file.saveAs(form);
        assertThat(Files.readString(form)).doesNotContain("src=\"", "href=\"http");
        return form;
    }

    private String address(String page) {
        return "http://localhost:" + port + "/reporting/" + page + "/" + villages.key() + "/" + DAY;
    }

    private void signIn(Page page) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("#login").fill("county-liaison");
        page.locator("#password").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
    }
}
