package org.luoshi.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.Clerk;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Figures, a bulletin and the assessment, as people use them; in May 2032, when nobody else does anything. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemSteps items;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private InventedOffice office;

    @BeforeAll
    void anItemThatIsLate() {
        office = InventedOffice.in(organization, access);
        office.openAccounts();
        clock.set("2032-05-03T09:00:00+08:00");
        var id = drafting.draft(
                new DraftItem(
                        "核查水库安全度汛责任落实情况",
                        null,
                        List.of(),
                        List.of(),
                        null,
                        LocalDate.of(2032, 5, 12),
                        Cycle.ONCE,
                        null,
                        office.planning.id(),
                        List.of(new DraftItem.CoUnit(office.roads.id(), null, null)),
                        List.of(),
                        null,
                        null),
                null,
                office.officer());
        for (ItemStep step : List.of(ItemStep.SUBMIT, ItemStep.APPROVE, ItemStep.ISSUE)) {
            Actor actor = step == ItemStep.APPROVE ? office.director() : office.officer();
            int version = queries.detail(id, Texts.SIMPLIFIED, actor).item().version();
            items.perform(id, step, StepInput.of(version), actor);
        }
        clock.set("2032-05-25T09:00:00+08:00");
    }

    @AfterAll
    void theClock() {
        clock.set(TestClock.START);
    }

    @Test
    void aMonthEndIsCountedIssuedAndCorrected() throws IOException {
        Clerk officer = clerk("officer");
        officer.opens("/ledger/figures?from=2032-05-01&to=2032-05-31").looks("table");
        assertThat(officer.reads()).contains("0.0%").contains("怎样统计");
        officer.page
                .locator("tr:has-text('道路养护局') td[data-label='按期办结率'] a")
                .first()
                .click();
        assertThat(officer.reads()).contains("共 1 行").contains("核查水库安全度汛责任落实情况").contains("超期 13 天");
        officer.looks("rows");
        officer.opens("/ledger/figures?from=2032-05-01&to=2032-04-01");
        assertThat(officer.reads()).contains("起止日期不对");
        officer.opens("/ledger/figures?from=2032-05-01&to=2032-05-31&asOf=2032-05-12");
        assertThat(officer.reads()).contains("结束时的台账");

        officer.opens("/ledger/figures/bulletins/new").types("title", "").presses("存为草稿");
        officer.types("title", "五月督查通报").types("opinion-ALL", "汛期事项进展偏慢，\n请有关单位抓紧。");
        officer.looks("bulletin-form");
        officer.presses("存为草稿");
        assertThat(officer.reads()).contains("等待督查室主任").doesNotContain("签发并固定数字");
        String address = officer.page.url().replaceAll(".*(/ledger/figures/bulletins/[0-9a-f-]+).*", "$1");
        Clerk director = clerk("director").opens(address).presses("签发并固定数字");
        assertThat(director.reads()).contains("校验值相符").contains("督查通报〔2032〕1号");
        director.looks("bulletin");
        assertThat(director.downloads("Word 文稿"))
                .contains("五月督查通报")
                .contains("汛期事项进展偏慢")
                .contains("SHA-256");
        director.page
                .locator("tr:has-text('道路养护局') td[data-label='按期办结率'] a")
                .first()
                .click();
        assertThat(director.reads()).contains("签发时固定的清单").contains("共 1 行");

        clock.set("2032-05-27T09:00:00+08:00");
        officer.opens(address).types("reason", "漏统两天").presses("出更正版");
        officer.presses("存为草稿");
        String second = officer.page.url();
        director.page.navigate(second);
        director.presses("签发并固定数字");
        assertThat(director.reads()).contains("更正第1版").contains("超期天数").contains("15");
        director.looks("correction");
        officer.opens(address);
        assertThat(officer.reads()).contains("这一版已被更正").contains("13");
        officer.opens("/ledger/figures/bulletins").looks("bulletins");
    }

    @Test
    void theAssessmentIsOffUntilTheDirectorSaysWhy() {
        Clerk director = clerk("director").opens("/ledger/figures/assessment");
        assertThat(director.reads()).contains("没有启用").contains("减轻基层负担");
        director.looks("assessment-off");
        director.types("reason", "办公会议定试行").presses("启用单位考核");
        try {
            director.looks("assessment");
            Clerk head = clerk("roads-head").opens("/ledger/figures/assessment").follows("道路养护局");
            assertThat(head.reads()).contains("超期办结").contains("当年第 1 次");
            head.looks("assessment-unit");
            head.unfolds("提出异议").types("reason", "未收到通知").presses("提出异议");
            assertThat(head.reads()).contains("待答复");
            director.page.navigate(head.page.url());
            director.types("answer", "通知已送达").looks("objection").presses("不成立");
            assertThat(director.reads()).contains("不成立").contains("通知已送达");
            director.opens("/ledger/figures/assessment/rules").looks("assessment-rules");
            director.types("steps-RETURNED", "减一分").types("reason", "调整").presses("增加一版规则");
            assertThat(director.reads()).contains("数字不对");
        } finally {
            director.opens("/ledger/figures/assessment").types("reason", "试行结束").presses("停用单位考核");
        }
    }

    @Test
    void onATelephoneTheFiguresStayATableWhoseNamesAreHeld() {
        Clerk leader = clerk("leader").opens("/ledger/figures?from=2032-05-01&to=2032-05-31");
        leader.page.setViewportSize(390, 844);
        assertThat(leader.reads()).contains("督查通报").doesNotContain("单位考核");
        Object told = leader.page.evaluate("""
                () => {
                    const scroll = document.querySelector('.scroll');
                    scroll.scrollLeft = 400;
                    const row = scroll.querySelector('tbody tr');
                    return [scroll.scrollLeft > 300, row.offsetHeight < 100,
                            row.querySelector('.what').getBoundingClientRect().left < 40,
                            document.documentElement.scrollWidth <= innerWidth].join();
                }""");
        assertThat(told).as("moved, a line each, names held, no wider").isEqualTo("true,true,true,true");
        leader.looks("telephone");
    }

    private Clerk clerk(String login) {
        return new Clerk(BROWSER.desk("zh-CN"), port, login, "figures");
    }
}
