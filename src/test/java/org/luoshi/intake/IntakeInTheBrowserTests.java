package org.luoshi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real paper becomes items, and one of them an assignment, by hand and without a manual. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Path PAPER = Path.of("../shared/data/tasks/docs/D08.docx");
    private static final Path LONG_PAPER = Path.of("../shared/data/tasks/docs/D09a.txt");
    private static final Path TABLE = Path.of("../shared/data/tasks/docs/D09a.layout-table.xlsx");

    @LocalServerPort
    private int port;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @BeforeAll
    void anOfficeThatKnowsSomeOfTheUnits() {
        InventedOffice office = InventedOffice.in(organization, access);
        for (String name : List.of("安徽省商务厅", "合肥海关", "安徽省农业农村厅", "安徽省外办")) {
            organization.addUnit(
                    new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                    Actor.system());
        }
        office.openAccounts();
    }

    @Test
    void aRealPaperIsCorrectedFiledAndFollowedToAnAssignment() {
        Assumptions.assumeTrue(Files.exists(PAPER), "the real paper is not here");
        Page officer = signedIn("officer", "zh-CN");
        officer.navigate(address("/intake"));
        look(officer, "start-zh");
        officer.setInputFiles("#files", PAPER);
        press(officer, "读取并拆解");
        assertThat(officer.locator("article.card2:not(.gap)").count()).isEqualTo(31);
        assertThat(officer.locator(".head .sub").innerText()).contains("皖开放办〔2022〕6号", "2022年3月23日");
        look(officer, "paper-zh");
        eachFindsTheOther(officer);
        itemsAreEditedSplitJoinedAndDropped(officer);
        theUncoveredAreSettled(officer);

        officer.locator(".head .button.main").click();
        look(officer, "filing-zh");
        decideNames(officer);
        press(officer, "立项（30 项）");
        assertThat(officer.url()).contains("/ledger/sources/");
        assertThat(officer.locator("mark.ITEM").count()).isGreaterThanOrEqualTo(28);
        look(officer, "source-zh");
        oneIsFollowedToAnAssignment(officer);
        theSameFileIsNoticed(officer);
    }

    private static void eachFindsTheOther(Page officer) {
        officer.locator("#p-i3 a").click();
        assertThat(officer.url()).endsWith("#i3");
        officer.locator("#i3 h3 a").click();
        assertThat(officer.url()).endsWith("#p-i3");
        assertThat(officer.locator("#i1 h3").innerText()).contains("扩大优势产品出口");
        assertThat(officer.locator("#i1 .who").innerText()).contains("合肥海关");
        assertThat(officer.locator("#i1 .unit.found").count()).isEqualTo(1);
    }

    private void itemsAreEditedSplitJoinedAndDropped(Page officer) {
        officer.locator("#i1").getByText("修改").click();
        officer.getByLabel("时限", new Page.GetByLabelOptions().setExact(true)).fill("2026-12-31");
        officer.getByLabel("配合", new Page.GetByLabelOptions().setExact(true)).fill("安徽省商务厅、各市、县（市、区）政府");
        look(officer, "edit-zh");
        press(officer.locator("#i1"), "保存");
        assertThat(officer.locator("#i1 .who").innerText()).contains("2026年12月31日", "安徽省商务厅", "各市、县（市、区）政府");

        officer.locator("#i4").getByText("修改").click();
        officer.locator("#at").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        press(officer.locator("#i4"), "拆开");
        assertThat(officer.locator("article.card2:not(.gap)").count()).isEqualTo(32);
        press(officer.locator("#i4"), "与下一项合并");
        assertThat(officer.locator("article.card2:not(.gap)").count()).isEqualTo(31);

        press(officer.locator("#i31"), "不是事项");
        assertThat(officer.locator("#i31.off").count()).isEqualTo(1);
        assertThat(officer.locator(".head .button.main").innerText()).contains("30 项");
    }

    private void theUncoveredAreSettled(Page officer) {
        Locator open = officer.locator("article.gap:not(.off)");
        while (open.count() > 0) {
            Locator first = open.first();
            first.getByText("其他处理").click();
            first.getByRole(AriaRole.TEXTBOX).fill("结束语");
            press(first, "不需要办理");
        }
        assertThat(officer.locator(".why").first().innerText()).contains("30");
    }

    private void decideNames(Page officer) {
        for (Locator select : officer.locator("select[name=decision]").all()) {
            if (select.inputValue().isEmpty()) {
                select.selectOption("new");
            }
        }
    }

    private void oneIsFollowedToAnAssignment(Page officer) {
        officer.locator("main table.sheet td.what a").first().click();
        String item = officer.url();
        press(officer, "报请审定");
        Page director = signedIn("director", "zh-CN");
        director.navigate(item);
        press(director, "同意立项");
        officer.navigate(item);
        press(officer, "交办");
        assertThat(officer.locator("#units").innerText()).contains("待签收");
        look(officer, "assigned-zh");
    }

    private void theSameFileIsNoticed(Page officer) {
        officer.navigate(address("/intake"));
        officer.setInputFiles("#files", PAPER);
        press(officer, "读取并拆解");
        assertThat(officer.locator("main").innerText()).contains("周慎行 已于", "30 项");
        officer.locator(".head .button.main").click();
        decideNames(officer);
        press(officer, "立项（31 项）");
        assertThat(officer.locator("[role=alert]").innerText()).contains("已经立项");
        assertThat(officer.url()).contains("/intake/");
    }

    @Test
    void aLongPaperAndATableWithoutAYearAreFitToBeSeen() {
        Assumptions.assumeTrue(Files.exists(LONG_PAPER) && Files.exists(TABLE), "the real papers are not here");
        Page officer = signedIn("officer", "en");
        officer.navigate(address("/intake"));
        look(officer, "start-en");
        officer.setInputFiles("#files", LONG_PAPER);
        press(officer, "Read and propose");
        look(officer, "long-paper-en");
        officer.navigate(address("/intake"));
        officer.setInputFiles("#files", TABLE);
        press(officer, "Read and propose");
        assertThat(officer.locator("#i1 .who").innerText()).doesNotContain("2022");
        officer.fill("#date", "2022-04-14");
        press(officer, "Work out limits");
        assertThat(officer.locator("#i1 .who").innerText()).contains("31 May 2022");
        look(officer, "table-en");
        officer.locator(".head .button.main").click();
        look(officer, "filing-en");
    }

    @Test
    void everyStepWorksWithoutScript() {
        Page officer = BROWSER.withoutScript("zh-CN");
        signIn(officer, "officer");
        officer.navigate(address("/intake"));
        officer.setInputFiles(
                "#files",
                new FilePayload(
                        "纪要.txt",
                        "text/plain",
                        "云泽省专题会议纪要\n2026年3月2日\n会议议定：由发展规划局牵头，会同财务保障局于3月底前提出方案。\n各单位要按月报送进展。"
                                .getBytes(StandardCharsets.UTF_8)));
        press(officer, "读取并拆解");
        assertThat(officer.locator("#i1 .who").innerText()).contains("发展规划局", "财务保障局", "2026年3月31日");
        officer.locator(".head .button.main").click();
        press(officer, "立项（2 项）");
        assertThat(officer.url()).contains("/ledger/sources/");
    }

    @Test
    void severalPapersAreReadInTheBackgroundAndABadOneIsNamed() {
        Page officer = signedIn("officer", "zh-CN");
        officer.navigate(address("/intake"));
        officer.setInputFiles("#files", new FilePayload[] {
            text("一.txt", "方案\n一、开展检查。（牵头单位：发展规划局；完成时限：2026年9月底前）"),
            text("二.txt", "方案\n一、开展整改。（牵头单位：道路养护局）"),
            text("空.txt", "   \n"),
        });
        press(officer, "读取并拆解");
        officer.waitForSelector("main a[href='/intake']");
        assertThat(officer.locator("main").innerText()).contains("已读取 2 份", "空.txt");
    }

    @Test
    void whatCannotBeReadIsToldAndNothingIsKept() {
        Page officer = signedIn("officer", "zh-CN");
        officer.navigate(address("/intake"));
        int before = officer.locator("table.sheet tbody tr").count();
        press(officer, "读取并拆解");
        assertThat(officer.locator("#files-error").innerText()).contains("请选择文件");
        officer.setInputFiles("#files", text("秘密.txt", "秘密★5年\n关于某事的通知\n一、做好工作。（某局负责）"));
        press(officer, "读取并拆解");
        assertThat(officer.locator("main").innerText()).contains("密");
        officer.navigate(address("/intake"));
        assertThat(officer.locator("table.sheet tbody tr").count()).isEqualTo(before);
        officer.setInputFiles("#files", text("总结.txt", "工作总结\n过去一年成效明显。"));
        press(officer, "读取并拆解");
        assertThat(officer.locator("main").innerText()).contains("没有找到任务");
        look(officer, "nothing-zh");
    }

    private static FilePayload text(String name, String words) {
        return new FilePayload(name, "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }

    /** Looked at by axe and by a person, wide and narrow. */
    private static void look(Page page, String name) {
        Browser.assertAccessible(page);
        Browser.screenshot(page, "intake-" + name + "-1440");
        page.setViewportSize(390, 844);
        Browser.assertFitsTheScreen(page);
        Browser.screenshot(page, "intake-" + name + "-390");
        page.setViewportSize(1440, 900);
    }

    private Page signedIn(String login, String language) {
        Page page = BROWSER.desk(language);
        signIn(page, login);
        return page;
    }

    private void signIn(Page page, String login) {
        page.navigate(address("/sign-in"));
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", InventedOffice.PASSWORD);
        page.click("main button");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void press(Page page, String name) {
        press(page.locator("main"), name);
    }

    private static void press(Locator within, String name) {
        Locator button = within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
        Locator link = within.getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
        button.or(link).first().click();
    }
}
