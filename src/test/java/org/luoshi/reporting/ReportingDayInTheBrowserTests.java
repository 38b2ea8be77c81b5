package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.Clerk;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.review.EndingSweep;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One day of a regime on three levels, as the people concerned see it on their pages: from the first field to the deletion of what is
 * personal. Only the clock is turned by the test, and the nightly look at regimes that have ended is started by it.
 */
@WholeHouse
class ReportingDayInTheBrowserTests {

    private static final String TITLE = "演示雹灾日报";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    private int port;

    private InventedReporting house;
    private Clerk officer;

    @BeforeEach
    void people(@Autowired BeanFactory beans) {
        house = new InventedReporting(beans);
        house.office.openAccounts();
        new InventedTowns(house.bean(OrganizationApi.class), house.bean(AccessApi.class));
        officer = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "reporting-day");
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @Test
    void oneDayOfARegimeOnThreeLevels() throws IOException {
        String regime = anOfficerSetsItUp();
        theDirectorSigns();
        Clerk stoneGate = aTownMendsABrokenRuleAndReports();
        aTownSignsZeroWithOnePress();
        whoIsSilentIsSeenAndUrged(regime);
        Clerk whiteSand = aTownReportsLate();
        theCountyConfirmsOneAndQuestionsAnother();
        theQuestionIsAnswered(stoneGate);
        theFiguresAreSeenOnEveryLevelDownToTheSigner(regime);
        String bulletin = aBulletinIsIssued(regime);
        aCorrectionIsToldByAnErratum(whiteSand, bulletin);
        twoPeopleDeleteWhatIsPersonalAndTheFiguresStay(regime, bulletin);
    }

    private String anOfficerSetsItUp() {
        field("雹灾受灾人口", "hail_hit", "人", false);
        field("其中紧急转移", "hail_moved", "人", false);
        field("首户户主姓名", "hail_first", "", true);
        officer.opens("/reporting/forms").types("name", "演示雹灾日报表").presses("新建表单");
        String[] names = {"雹灾受灾人口", "其中紧急转移", "首户户主姓名"};
        for (int n = 0; n < names.length; n++) {
            officer.page.getByLabel(names[n] + "的序号").fill(String.valueOf(n * 10 + 10));
        }
        officer.page.getByLabel("雹灾受灾人口必填").check();
        officer.page.getByLabel("其中紧急转移必填").check();
        officer.types("rule.0", "hail_moved <= hail_hit").types("message.0", "转移的不能多于受灾的");
        officer.presses("保存并启用").follows("发起报送任务");
        officer.types("title", TITLE).types("units", "望川省");
        officer.page.locator("#level").selectOption("4");
        officer.types("firstDay", "2026-03-02").types("lastDay", "2026-03-03").types("graceDays", "5");
        officer.types("purpose", "每天研判，安排救助").types("recipients", "分管领导、救灾值班室");
        officer.presses("保存，看成本");
        assertThat(officer.reads()).contains("5 个单位 × 3 项 × 2 期", "还不能报批", "没有写依据");
        officer.follows("修改").types("basis", "演示救灾预案").presses("保存，看成本").looks("gate");
        officer.presses("报请审批");
        assertThat(officer.reads()).contains("等督查室主任审批");
        return officer.page.url().replaceAll(".*/", "");
    }

    private void field(String name, String code, String measure, boolean personal) {
        officer.opens("/reporting/fields").unfolds("新增字段");
        officer.types("name", name).types("code", code).types("measure", measure);
        officer.types("basis", "演示救灾职责").types("minutes", "2");
        if (personal) {
            officer.page.locator("#kind").selectOption("TEXT");
            officer.page.locator("[name=personal]").check();
        }
        officer.presses("新增字段");
        if (officer.page.locator("button[name=another]").count() > 0) {
            officer.presses("不是同一个，仍要新增");
        }
        assertThat(officer.reads()).contains(name);
    }

    private void theDirectorSigns() {
        Clerk director = new Clerk(BROWSER.desk("zh-CN"), port, "director", "reporting-day");
        director.opens("/").follows(TITLE).presses("同意，开始");
        assertThat(director.reads()).contains("进行中", "审批：吴明远");
    }

    private Clerk aTownMendsABrokenRuleAndReports() {
        Clerk town = new Clerk(BROWSER.phone("zh-CN"), port, "stone-gate", "reporting-day");
        town.opens("/").follows(TITLE);
        assertThat(town.reads()).contains("石门镇", "截止 3月2日 周一 17:00", "还没报");
        town.types("v.hail_hit", "10").types("v.hail_moved", "12").types("v.hail_first", "演示户甲");
        town.presses("报送");
        assertThat(town.reads()).contains("转移的不能多于受灾的", "已存为草稿").doesNotContain("已收下");
        town.opens("/").follows(TITLE);
        assertThat(town.reads()).contains("存的草稿，还没有报出");
        assertThat(town.page.locator("[name='v.hail_hit']").inputValue()).isEqualTo("10");
        town.looks("draft").types("v.hail_moved", "2").presses("报送");
        assertThat(town.reads()).contains("已收下：石镇联签报");
        return town;
    }

    private void aTownSignsZeroWithOnePress() {
        Clerk town = new Clerk(BROWSER.phoneWithoutScript("zh-CN"), port, "willow-bay", "reporting-day");
        town.opens("/reporting/mine").follows("填报").presses("零报告：没有情况");
        assertThat(town.reads()).contains("已收下：柳镇联签报", "零报告：本期没有情况。");
        assertThat(town.opens("/").reads()).contains("明天 17:00").doesNotContain("今天 17:00");
    }

    private void whoIsSilentIsSeenAndUrged(String regime) {
        house.at("2026-03-02T16:30:00+08:00");
        officer.opens("/reporting/silent/" + regime + "/2026-03-02");
        assertThat(officer.page.locator(".clocks").innerText().split("\\s+"))
                .startsWith("3", "还没报", "2", "已报", "5", "应报");
        assertThat(officer.reads())
                .contains("白沙镇", "松岭镇", "竹溪镇", "0000-950102001", "没有登记", "电话催")
                .doesNotContain("石门镇", "柳湾镇");
        officer.looks("silent");
        officer.page.getByLabel("选择望川省 云川市 下桥县 松岭镇").check();
        officer.presses("催报所选");
        assertThat(officer.reads()).contains("已通知 1 个单位", "松岭镇");
        Clerk town = new Clerk(BROWSER.phone("zh-CN"), port, "pine-ridge", "reporting-day");
        assertThat(town.opens("/notices").reads()).contains("请报送“" + TITLE + "”", "松岭镇还没有报");
    }

    private Clerk aTownReportsLate() {
        house.at("2026-03-02T17:20:00+08:00");
        Clerk town = new Clerk(BROWSER.phone("zh-CN"), port, "white-sand", "reporting-day");
        town.opens("/reporting/mine").follows("填报");
        assertThat(town.reads()).contains("缺报");
        town.types("v.hail_hit", "5").types("v.hail_moved", "1").presses("报送");
        assertThat(town.reads()).contains("已收下：白镇联签报", "迟报");
        return town;
    }

    private void theCountyConfirmsOneAndQuestionsAnother() {
        house.at("2026-03-02T17:30:00+08:00");
        Clerk county = new Clerk(BROWSER.desk("zh-CN"), port, "upper-bridge", "reporting-day");
        county.opens("/reporting").follows(TITLE).follows("审核");
        assertThat(county.reads()).contains("石门镇", "柳湾镇", "白沙镇", "迟报").doesNotContain("松岭镇");
        county.presses("确认柳湾镇");
        Locator row = county.page.locator("tr.actions").first();
        row.locator("summary").click();
        row.locator("textarea").fill("昨天电话里说的是 12 人");
        row.locator("button[value=QUESTIONED]").click();
        county.follows("有疑问").looks("questioned");
        assertThat(county.reads()).contains("石门镇", "贺县联 有疑问", "昨天电话里说的是 12 人");
    }

    private void theQuestionIsAnswered(Clerk stoneGate) {
        assertThat(stoneGate.opens("/notices").reads()).contains("对石门镇的报告有疑问：昨天电话里说的是 12 人");
        stoneGate.opens("/").follows(TITLE + "（3月2日）");
        assertThat(stoneGate.reads()).contains("有疑问", "昨天电话里说的是 12 人");
        stoneGate.types("v.hail_hit", "12").presses("报送");
        assertThat(stoneGate.reads()).as("without a reason").doesNotContain("已收下");
        stoneGate.types("reason", "漏报两人").presses("报送");
        assertThat(stoneGate.reads()).contains("已收下", "更正理由：漏报两人");
        assertThat(stoneGate.opens("/").reads()).contains("等您处理 1 件", "明天 17:00");
    }

    private void theFiguresAreSeenOnEveryLevelDownToTheSigner(String regime) {
        Clerk leader = new Clerk(BROWSER.desk("zh-CN"), port, "leader", "reporting-day");
        leader.opens("/reporting/totals/" + regime + "/2026-03-02");
        assertThat(leader.reads()).contains("数字不全，缺 2 个单位");
        assertThat(figure(leader)).contains("雹灾受灾人口", "17", "3 / 5 个单位", "没报 2");
        leader.follows("望川省").follows("云川市").looks("city");
        assertThat(leader.page.locator("#table").innerText()).contains("上桥县", "3 / 3", "下桥县", "0 / 2", "缺报 2");
        leader.page.locator("#table a:text-is('下桥县')").click();
        assertThat(figure(leader)).contains("—", "0 / 2 个单位").doesNotContain("17");
        leader.follows("云川市").page.locator("#table a:text-is('上桥县')").click();
        assertThat(figure(leader)).contains("17", "3 / 3 个单位");
        leader.page.locator("#table a:text-is('石门镇')").click();
        assertThat(leader.reads())
                .contains("石镇联 签报", "12", "更正理由：漏报两人", "首报", "第 2 版", "个人信息，不显示")
                .as("a correction is not late, whenever it comes")
                .doesNotContain("演示户甲", "迟报");
        leader.looks("report");
    }

    private static String figure(Clerk reader) {
        return reader.page
                .locator("section:has(h2:text-is('数字')) tbody tr")
                .first()
                .innerText();
    }

    private String aBulletinIsIssued(String regime) throws IOException {
        house.at("2026-03-02T18:00:00+08:00");
        officer.opens("/reporting/bulletins/" + regime).unfolds("编一期新的");
        officer.page.locator("#period").selectOption("2026-03-02");
        officer.types("unit", "望川省").presses("取数编写");
        assertThat(officer.page.locator("[name=words]").inputValue())
                .contains("应报 5 个单位，已报 3 个，其中零报告 1 个、迟报 1 个", "缺报 2 个", "雹灾受灾人口：17");
        officer.presses("保存并签发").looks("bulletin");
        assertThat(officer.reads()).contains("周慎行 签发", "缺报 2 个：");
        assertThat(officer.downloads("下载 Word")).contains("雹灾受灾人口", "17", "松岭镇", "竹溪镇", "周慎行");
        return officer.page.url().replaceAll("https?://[^/]+", "");
    }

    private void aCorrectionIsToldByAnErratum(Clerk whiteSand, String bulletin) throws IOException {
        house.at("2026-03-02T19:00:00+08:00");
        whiteSand.opens("/reporting/mine").follows("查看、更正").unfolds("更正这份报告");
        whiteSand.types("v.hail_hit", "6").types("reason", "后山一户漏数").presses("报送");
        assertThat(whiteSand.reads()).contains("已收下", "更正理由：后山一户漏数");

        officer.opens(bulletin);
        assertThat(officer.reads()).contains("之后有 1 处变化", "白沙镇", "后山一户漏数");
        officer.presses("起草更正");
        assertThat(officer.page.locator("[name=words]").inputValue()).contains("更正或补报 1 处");
        officer.presses("保存并签发").looks("erratum");
        assertThat(officer.downloads("下载 Word")).contains("17", "18", "白沙镇", "后山一户漏数");
        assertThat(officer.opens(bulletin).reads()).contains("这期简报有更正（1），请一并阅读");
    }

    private void twoPeopleDeleteWhatIsPersonalAndTheFiguresStay(String regime, String bulletin) {
        house.at("2026-03-09T09:00:00+08:00");
        house.bean(EndingSweep.class).sweep();
        officer.opens("/").follows("删除到期的个人信息：" + TITLE);
        assertThat(officer.reads()).contains("已结束", "保存期已到", "首户户主姓名");
        officer.looks("ending").presses("提出删除");
        assertThat(officer.reads()).contains("要由另一个人确认");
        Clerk other = new Clerk(BROWSER.desk("zh-CN"), port, "officer2", "reporting-day");
        other.opens("/reporting/ending/" + regime).presses("确认删除");
        other.page.locator("#job a.button").click();
        assertThat(other.reads()).contains("周慎行 提出、郑以实 确认", "删除了 2 份报告里的个人信息");

        other.opens("/reporting/totals/" + regime + "/2026-03-02");
        assertThat(figure(other)).contains("18", "3 / 5 个单位");
        other.follows("望川省")
                .follows("云川市")
                .follows("上桥县")
                .page
                .locator("#table a:text-is('石门镇')")
                .click();
        assertThat(other.reads()).contains("石镇联 签报", "12").doesNotContain("演示户甲");
        other.opens(bulletin).presses("重算核对");
        assertThat(other.reads()).contains("完全相同");
    }
}
