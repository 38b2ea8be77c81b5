package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The end of a month as an officer and the director live it: thirty units behind, papers, tables, figures, and what stood on the 1st. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerMonthEndInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final int UNITS = 30;
    private static final String LABEL = "月末" + UUID.randomUUID().toString().substring(0, 6);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private String list = "";

    @BeforeAll
    void thirtyUnitsThatAreBehind() {
        clock.set("2026-03-02T09:00:00+08:00");
        InventedOffice office = InventedOffice.in(organization, access);
        office.openAccounts();
        IssuedItems items = new IssuedItems(house);
        for (Unit unit : IntStream.rangeClosed(1, UNITS).mapToObj(this::unit).toList()) {
            items.issuedUnder(office, LABEL, unit.shortName() + "汛前隐患排查整改", LocalDate.of(2026, 3, 20), unit);
        }
        list = "/ledger?label=" + java.net.URLEncoder.encode(LABEL, java.nio.charset.StandardCharsets.UTF_8);
    }

    private Unit unit(int number) {
        String name = "第%02d号虚构乡".formatted(number) + LABEL;
        return organization.addUnit(
                new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, LocalDate.of(2020, 1, 1)),
                Actor.system());
    }

    @AfterAll
    void backToTheFirstDay() {
        clock.set(TestClock.START);
    }

    @Test
    void theEndOfAMonth() {
        clock.set("2026-03-31T15:00:00+08:00");
        Clerk officer = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "month-end");
        thirtyUnitsAreUrgedWithTheLeastGapKept(officer);
        Clerk director = new Clerk(BROWSER.desk("zh-CN"), port, "director", "month-end");
        oneIsEscalated(director);
        theLedgerAsItStoodOnTheFirst(officer);
    }

    private void thirtyUnitsAreUrgedWithTheLeastGapKept(Clerk officer) {
        officer.opens(list).looks("ledger");
        assertThat(officer.page.locator("td.pick input").count()).isEqualTo(UNITS);
        officer.page.locator("[data-pick-all]").check();
        officer.presses("催办").looks("urge");
        assertThat(officer.reads()).contains("将办理 30 条");
        officer.presses("确认催办（30 条）");
        assertThat(officer.reads()).contains("已办 30 条，未办 0 条");

        officer.opens(list);
        officer.page.locator("[data-pick-all]").check();
        officer.presses("催办");
        assertThat(officer.reads()).contains("将办理 0 条").contains("以后才能再催");
        officer.presses("确认催办（0 条）").looks("urged-too-soon");
        assertThat(officer.reads()).contains("已办 0 条，未办 30 条").contains("刚催办过");
    }

    private void oneIsEscalated(Clerk director) {
        director.opens(list);
        director.page.locator("td.what a").first().click();
        director.page.locator("a.button", new Page.LocatorOptions().setHasText("催办")).first().click();
        director.page.locator("input[name=level][value=BLUE]").check();
        director.types("text", "逾期未报，请说明原因并限期办结。").presses("发出");
        Locator escalate = director.page.locator("#notices a.button, #notices button", new Page.LocatorOptions().setHasText("升级"));
        escalate.first().click();
        director.types("words", "仍未答复，升级督办。");
        director.page.locator("main form button.main").click();
        director.page.waitForLoadState();
        assertThat(director.page.locator("#notices article").count()).isGreaterThanOrEqualTo(3);
        director.looks("escalated");
    }

    private void theLedgerAsItStoodOnTheFirst(Clerk officer) {
        officer.opens(list + "&at=2026-03-02");
        assertThat(officer.reads()).contains("截至3月2日").contains("第01号虚构乡");
        assertThat(officer.reads()).as("late only in signing, by then").contains("签收逾期").doesNotContain("逾期11天");
        assertThat(officer.page.locator("td.pick").count()).isZero();
        officer.page.locator("td.what a").first().click();
        officer.looks("as-of");
        assertThat(officer.reads()).contains("只供查看").doesNotContain("升级督办");
        officer.opens(list + "&at=2026-03-01");
        assertThat(officer.page.locator("td.what").count()).isZero();
    }
}
