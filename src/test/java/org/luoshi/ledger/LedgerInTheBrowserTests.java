package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.Browser.assertAccessible;
import static org.luoshi.Browser.assertFitsTheScreen;
import static org.luoshi.Browser.screenshot;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.organization.OrganizationApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story of an instruction, told by the people who live it, each in a browser of their own. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String BODY = "一是建立监测对象认定标准；二是按月报送监测对象数量及帮扶措施。请抓紧落实。";

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private HistoryApi history;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private final Map<String, Page> people = new HashMap<>();
    private String item = "";
    private String number = "";

    @BeforeAll
    void anOfficeOnAMonday() {
        clock.set("2026-03-02T09:00:00+08:00");
        InventedOffice.in(organization, access).openAccounts();
    }

    @Test
    void anInstructionIsCarriedOutProvenClosedVisitedAndRelapses() {
        theInstructionArrivesAndIsCutIntoClauses();
        theItemIsDraftedApprovedAndIssued();
        theUnitsSignAndOneObjects();
        aCoUnitThatIsLateDoesNotStainTheLead();
        aFeedbackIsReturnedAndAnExtensionGranted();
        closingIsRefusedForAMissingProofAndThenGranted();
        theLeaderAgreesAndItIsStruckOff();
        theVisitFindsARelapse();
        everyMainPageIsFitToBeSeen();
        history.seal();
        assertThat(history.verify().findings()).isEmpty();
    }

    private void theInstructionArrivesAndIsCutIntoClauses() {
        Page officer = as("officer", "/ledger");
        screenshot(officer, "ledger-empty-zh-1440");
        press(officer, "登记来源");
        officer.getByLabel("标题").fill("座谈会讲话要点");
        officer.getByLabel("批示领导").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        officer.getByLabel("正文").fill(BODY);
        screenshot(officer, "source-form-zh-1440");
        press(officer, "登记");
        press(officer, "列入督办");
        press(officer, "按句划分");
        assertThat(officer.locator(".clause.open").count()).isEqualTo(3);
        Locator last = officer.locator(".clause").nth(2);
        last.getByRole(AriaRole.TEXTBOX).fill("结束语，不含任务");
        last.getByText("无需办理").click();
        assertThat(officer.locator(".clause.open").count()).isEqualTo(2);
    }

    private void theItemIsDraftedApprovedAndIssued() {
        Page officer = Objects.requireNonNull(people.get("officer"));
        String source = officer.url();
        press(officer.locator(".clause").first(), "立为事项");
        officer.getByLabel("逐条要求").fill("建立监测对象认定标准\n按月报送监测对象数量及帮扶措施");
        officer.getByLabel("牵头单位").fill("发展规划局");
        officer.locator("input[name=coUnit]").nth(0).fill("财务保障局");
        officer.locator("input[name=coUnit]").nth(1).fill("道路养护局");
        screenshot(officer, "draft-zh-1440");
        press(officer, "保存拟办");
        item = officer.url().replaceAll(".*(/ledger/items/[0-9a-f-]+).*", "$1");
        press(officer, "报请审定");
        press(as("director", item), "同意立项");
        press(as("officer", item), "交办");
        number = officer.title().replaceAll(" .*", "");
        assertThat(number).matches("督〔2026〕\\d+号");
        officer.navigate(source);
        Locator second = officer.locator(".clause").nth(1);
        second.getByRole(AriaRole.TEXTBOX).fill(number);
        press(second, "由该事项覆盖");
        assertThat(officer.locator("main").innerText()).contains("条条有着落");
        screenshot(officer, "source-zh-1440");
    }

    private void theUnitsSignAndOneObjects() {
        press(as("planning-liaison", item), "签收，无异议");
        Page roads = as("roads-liaison", item);
        press(roads, "提出异议");
        roads.getByLabel("理由或说明").fill("道路养护不涉及监测，建议由别的单位配合");
        screenshot(roads, "step-zh-1440");
        press(roads, "提出异议");
        Page director = as("director", item);
        press(director, "裁定维持");
        director.getByLabel("理由或说明").fill("按职责分工，由道路养护局配合");
        press(director, "裁定维持");
        assertThat(text(director)).contains("裁定维持，由道路养护局承办");
    }

    private void aCoUnitThatIsLateDoesNotStainTheLead() {
        clock.set("2026-03-04T10:00:00+08:00");
        Page officer = as("officer", item);
        assertThat(row(officer, "财务保障局").innerText()).contains("签收逾期");
        assertThat(row(officer, "发展规划局").innerText()).contains("正常");
        screenshot(officer, "item-late-zh-1440");
        press(row(officer, "财务保障局").locator("xpath=following-sibling::tr[1]"), "催办");
        officer.getByLabel("内容").fill("请今日内签收");
        press(officer, "发出");
        press(as("finance-liaison", item), "签收，无异议");
    }

    private void aFeedbackIsReturnedAndAnExtensionGranted() {
        report("planning-liaison", "已建立认定标准。", 1);
        press(as("planning-head", item), "审签并报送");
        Page officer = as("officer", item);
        press(officer, "退回补报");
        officer.getByLabel("无实质进展").check();
        officer.getByLabel("理由或说明").fill("没有说明二月新增对象的帮扶措施");
        press(officer, "退回补报");
        assertThat(text(officer)).contains("无实质进展");

        Page head = as("planning-head", item);
        head.getByText("更多").first().click();
        press(head, "申请延期");
        head.getByLabel("申请延至").fill("2026-03-20");
        head.getByLabel("理由或说明").fill("两地数据口径不一");
        press(head, "提出申请");
        officer.navigate(address(item));
        press(officer, "提出意见并转报");
        officer.getByLabel("理由或说明").fill("情况属实，建议同意");
        press(officer, "提出意见并转报");
        Page director = as("director", item);
        press(director, "批准");
        press(director, "批准");
        assertThat(text(director)).contains("延期至 3月20日 周五");
    }

    private void closingIsRefusedForAMissingProofAndThenGranted() {
        report("planning-liaison", "已建立认定标准。已补报二月新增对象及措施。", 1);
        press(as("planning-head", item), "审签并报送");
        report("finance-head", "资金已保障。", 0);
        report("roads-head", "已配合完成道路数据核对。", 0);
        Page officer = as("officer", item);
        for (int i = 0; i < 3; i++) {
            press(officer, "采纳");
        }
        propose(officer, "各条均已办结");
        assertThat(text(officer)).contains("还没有采纳的证据", "按月报送监测对象数量及帮扶措施");
        assertThat(officer.getByLabel("理由或说明").inputValue()).isEqualTo("各条均已办结");
        officer.navigate(address(item));
        press(officer, "重新办理", 0);
        officer.getByLabel("理由或说明").fill("请补第二条证据");
        press(officer, "重新办理");
        report("planning-liaison", "补齐第二条证据。", 2);
        press(as("planning-head", item), "审签并报送");
        press(as("officer", item), "采纳");
        propose(officer, "各条均有证据，各单位均已采纳");
        assertThat(text(officer)).contains("待办结审核");
        press(as("officer2", item), "复核办结");
    }

    private void theLeaderAgreesAndItIsStruckOff() {
        Page leader = as("leader", "/ledger/leader");
        screenshot(leader, "leader-zh-1440");
        press(leader, "阅示");
        press(leader, "同意办结");
        leader.getByLabel("说明（可不填）").fill("同意。请督查处适时回访。");
        press(leader, "同意办结");
        press(as("officer", item), "销号");
        assertThat(text(Objects.requireNonNull(people.get("officer")))).contains("已销号");
    }

    private void theVisitFindsARelapse() {
        clock.set("2026-05-20T10:00:00+08:00");
        Page other = as("officer2", item);
        press(other, "回访：反弹");
        other.getByLabel("理由或说明").fill("现场核查发现四月起停报");
        press(other, "回访：反弹");
        assertThat(text(other)).contains("反弹重办", "反弹为");
        screenshot(other, "item-relapsed-zh-1440");
        other.locator("aside li")
                .filter(new Locator.FilterOptions().setHasText("反弹为"))
                .locator("a")
                .click();
        assertThat(text(other)).contains("已立项", "反弹自");
    }

    private void everyMainPageIsFitToBeSeen() {
        String source = "/ledger/sources";
        for (String language : List.of("zh-CN", "en")) {
            for (Page page : List.of(BROWSER.desk(language), BROWSER.phone(language))) {
                signIn(page, "officer");
                look(page, "/ledger?view=ALL", "ledger", language);
                look(page, item, "item", language);
                look(page, source, "sources", language);
                look(page, "/ledger/items/new", "draft", language);
                page.navigate(address(item));
                page.locator(".sheet a[href^='/ledger/units/']").first().click();
                seen(page, "unit", language);
                page.navigate(address(source));
                page.locator(".sheet a[href^='/ledger/sources/']").first().click();
                seen(page, "source", language);
            }
            Page leader = BROWSER.phone(language);
            signIn(leader, "leader");
            look(leader, "/ledger/leader", "leader", language);
            Page director = BROWSER.desk(language);
            signIn(director, "director");
            look(director, "/ledger/settings", "ledger-settings", language);
        }
    }

    /** Writes a final report as somebody of a unit, with a file for the first so many points, and sends it on. */
    private void report(String login, String body, int filesForPoints) {
        Page page = as(login, item);
        press(page, "写反馈");
        page.getByLabel("办结报告").check();
        page.getByLabel("办理情况").fill(body);
        for (int i = 0; i < filesForPoints; i++) {
            page.locator(".clause input[type=file]")
                    .nth(i)
                    .setInputFiles(new FilePayload(
                            "证据" + (i + 1) + ".txt", "text/plain", "监测台账".getBytes(StandardCharsets.UTF_8)));
        }
        screenshot(page, "report-zh-1440");
        page.locator("button[name=send][value=true]").click();
        assertThat(page.url()).contains(item);
    }

    private void propose(Page officer, String words) {
        officer.navigate(address(item));
        press(officer, "提出办结");
        officer.getByLabel("理由或说明").fill(words);
        press(officer, "提出办结");
    }

    private void look(Page page, String path, String name, String language) {
        page.navigate(address(path));
        seen(page, name, language);
    }

    private static void seen(Page page, String name, String language) {
        screenshot(page, name + "-" + language.substring(0, 2) + "-" + page.viewportSize().width);
        assertFitsTheScreen(page);
        assertAccessible(page);
    }

    private Page as(String login, String path) {
        Page page = people.computeIfAbsent(login, unused -> {
            Page fresh = BROWSER.desk("zh-CN");
            signIn(fresh, login);
            return fresh;
        });
        page.navigate(address(path));
        return page;
    }

    private void signIn(Page page, String login) {
        page.navigate(address("/sign-in"));
        page.locator("input[name=login], input[name=username]").first().fill(login);
        page.locator("input[type=password]").fill(InventedOffice.PASSWORD);
        page.locator("main form button, form.gate button").first().click();
    }

    private static Locator row(Page page, String unit) {
        return page.locator("#units tbody tr")
                .filter(new Locator.FilterOptions().setHasText(unit))
                .first();
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private static void press(Page page, String name) {
        press(page.locator("main"), name);
    }

    private static void press(Page page, String name, int which) {
        page.locator("main button, main a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .nth(which)
                .click();
    }

    private static void press(Locator within, String name) {
        Locator button = within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
        Locator link = within.getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
        button.or(link).first().click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
