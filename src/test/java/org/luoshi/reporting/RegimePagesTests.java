package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer sets up a regime on the pages alone, without JavaScript, and the director signs it. */
@WholeHouse
class RegimePagesTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void anOfficeAndItsRegions() {
        clock.set(TestClock.START);
        InventedOffice.in(organization, access).openAccounts();
        InventedRegions.in(organization, access).openAccounts();
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void fromAFieldThroughTheGateToTheDirectorsSignature() {
        Page officer = signedIn(BROWSER.withoutScript("zh-CN"), "officer");
        field(officer, "受淹面积", "flooded", "2");
        field(officer, "其中绝收面积", "lost", "1");
        form(officer);
        drafted(officer);

        assertThat(text(officer))
                .contains("1 个单位 × 2 项 × 7 期", "还不能报批", "没有写依据")
                .doesNotContain("报请审批");
        seen(officer, "regime-gate");
        officer.locator("main a", new Page.LocatorOptions().setHasText("修改")).click();
        assertThat(officer.locator("#units").inputValue()).contains("西水省");
        officer.locator("#basis").fill("演示防汛预案");
        press(officer, "保存，看成本");
        press(officer, "报请审批");
        assertThat(text(officer)).contains("等督查室主任审批").doesNotContain("同意，开始");
        String address = officer.url();

        seen(officer, "regime-submitted");
        Page director = signedIn(BROWSER.desk("zh-CN"), "director");
        director.navigate("http://localhost:" + port + "/");
        assertThat(text(director)).contains("演示农田受淹日报");
        director.navigate(address);
        press(director, "同意，开始");

        assertThat(text(director)).contains("进行中", "审批：吴明远").doesNotContain("同意，开始");
        Browser.assertAccessible(director);
        takesOutWhatIsReportedAlready(officer);
        director.locator("main a", new Page.LocatorOptions().setHasText("看数字和谁没报"))
                .click();
        assertThat(text(director)).contains("演示农田受淹日报", "西水省");
        director.goBack();
        seen(director, "regime-running");
        director.navigate("http://localhost:" + port + "/reporting/regimes");
        seen(director, "regimes");
        officer.navigate(address);
        officer.locator("summary", new Page.LocatorOptions().setHasText("提前停止")).click();
        officer.locator("#stopReason").fill("水退了");
        press(officer, "提前停止");
        assertThat(text(officer)).contains("已停止", "水退了");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhyBesideTheField() {
        Page officer = signedIn(BROWSER.withoutScript("zh-CN"), "officer");
        officer.navigate("http://localhost:" + port + "/reporting/fields");
        open(officer, "新增字段");
        officer.locator("#name").fill("没有依据的指标");
        officer.locator("#code").fill("1x");
        officer.locator("#basis").fill("演示职责");
        press(officer, "新增字段");
        assertThat(officer.locator("#code-error").innerText()).contains("代码要以文字或字母开头");
        assertThat(officer.locator("#name").inputValue()).isEqualTo("没有依据的指标");

        officer.navigate("http://localhost:" + port + "/reporting/regimes/new");
        officer.locator("#title").fill("演示日报");
        officer.locator("#units").fill("没有这个省");
        officer.locator("#firstDay").fill("2026-03-05");
        officer.locator("#lastDay").fill("2026-03-04");
        press(officer, "保存，看成本");
        assertThat(officer.locator("#units-error").innerText()).contains("没有这个省");
        officer.locator("#units").fill("西水省");
        press(officer, "保存，看成本");
        assertThat(officer.locator("#lastDay-error").innerText()).contains("结束日期不能早于开始日期");
        assertThat(officer.locator("#title").inputValue()).isEqualTo("演示日报");
    }

    @Test
    void aLiaisonReadsTheDictionaryAndChangesNothing() {
        Page liaison = signedIn(BROWSER.phone("zh-CN"), "county-liaison");
        for (String page : List.of("fields", "forms", "regimes")) {
            liaison.navigate("http://localhost:" + port + "/reporting/" + page);
            Browser.assertFitsTheScreen(liaison);
            assertThat(text(liaison)).doesNotContain("新增字段", "新建表单", "发起报送任务");
        }
        Browser.assertAccessible(liaison);
        liaison.navigate("http://localhost:" + port + "/reporting/regimes/new");
        assertThat(text(liaison)).contains("只有督查员和督查室主任可以设置报送");
    }

    private void field(Page officer, String name, String code, String minutes) {
        officer.navigate("http://localhost:" + port + "/reporting/fields");
        open(officer, "新增字段");
        officer.locator("#name").fill(name);
        officer.locator("#code").fill(code);
        officer.locator("#measure").fill("亩");
        officer.locator("#definition").fill("截至当日17时的累计数");
        officer.locator("#basis").fill("演示农情调度职责");
        officer.locator("#minutes").fill(minutes);
        seen(officer, "field-new");
        press(officer, "新增字段");
        if (officer.locator("button[name=another]").count() > 0) {
            assertThat(text(officer)).contains("字典里已经有名称相近的字段", "受淹面积");
            press(officer, "不是同一个，仍要新增");
        }
        assertThat(text(officer)).contains(name);
        seen(officer, "fields");
    }

    private void form(Page officer) {
        officer.navigate("http://localhost:" + port + "/reporting/forms");
        officer.locator("#name").fill("演示农田受淹日报表");
        press(officer, "新建表单");
        officer.getByLabel("受淹面积的序号").fill("10");
        officer.getByLabel("受淹面积必填").check();
        officer.getByLabel("其中绝收面积的序号").fill("20");
        officer.getByLabel("规则 1").fill("lost <= floodedd");
        officer.getByLabel("不符合时怎么提示 1").fill("绝收不能多于受淹");
        press(officer, "保存并启用");
        assertThat(text(officer)).contains("第 1 版编写中");
        assertThat(officer.locator("#rules-error").innerText()).contains("floodedd", "这张表里没有这个数字字段的代码");
        assertThat(officer.getByLabel("受淹面积的序号").inputValue()).isEqualTo("10");
        seen(officer, "form-refused");
        officer.getByLabel("规则 1").fill("lost <= flooded");
        press(officer, "保存并启用");
        assertThat(text(officer)).contains("第 1 版已启用", "绝收不能多于受淹");
        seen(officer, "form");
    }

    /** A second regime on the same form sees that the first one asks the same, and asks for less. */
    private void takesOutWhatIsReportedAlready(Page officer) {
        officer.navigate("http://localhost:" + port + "/reporting/forms");
        officer.locator("main a", new Page.LocatorOptions().setHasText("演示农田受淹日报表"))
                .first()
                .click();
        drafted(officer);
        assertThat(text(officer)).contains("与“演示农田受淹日报”重复", "占本表的 100%", "这些已经有人在报");
        seen(officer, "regime-overlap");
        String address = officer.url();
        officer.getByLabel("不再要“其中绝收面积”").click();
        assertThat(officer.url()).isEqualTo(address);
        assertThat(text(officer)).contains("1 个单位 × 1 项 × 7 期");
        officer.locator("main a", new Page.LocatorOptions().setHasText("演示农田受淹日报表"))
                .click();
        assertThat(text(officer)).contains("去掉：其中绝收面积", "去掉规则：绝收不能多于受淹");
        seen(officer, "form-second");
    }

    private void drafted(Page officer) {
        officer.locator("main a", new Page.LocatorOptions().setHasText("发起报送任务"))
                .click();
        officer.locator("#title").fill("演示农田受淹日报");
        officer.locator("#units").fill("西水省");
        officer.locator("#level").selectOption(new SelectOption().setValue("3"));
        officer.locator("#firstDay").fill("2026-03-02");
        officer.locator("#lastDay").fill("2026-03-08");
        officer.locator("#purpose").fill("每天研判，安排抢排和补种");
        officer.locator("#recipients").fill("分管领导、防汛值班室");
        seen(officer, "regime-edit");
        press(officer, "保存，看成本");
    }

    /** To be looked at by a person at both widths. */
    private static void seen(Page page, String name) {
        for (int width : new int[] {390, 1440}) {
            page.setViewportSize(width, 900);
            Browser.screenshot(page, "reporting-" + name + "-" + width);
            Browser.assertFitsTheScreen(page);
        }
    }

    private static void open(Page page, String summary) {
        if (page.locator("details[open] summary", new Page.LocatorOptions().setHasText(summary))
                        .count()
                == 0) {
            page.locator("summary", new Page.LocatorOptions().setHasText(summary))
                    .first()
                    .click();
        }
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .last()
                .click();
        page.waitForLoadState();
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private Page signedIn(Page page, String login) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("form[action='/sign-in'] input:not([type=hidden]):not([type=password])")
                .first()
                .fill(login);
        page.locator("input[type=password]").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
        page.waitForLoadState();
        return page;
    }
}
