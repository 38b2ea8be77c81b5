package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.AwayService;
import org.luoshi.branch.core.BeginTransfer;
import org.luoshi.branch.core.CareKind;
import org.luoshi.branch.core.CareService;
import org.luoshi.branch.core.DuesService;
import org.luoshi.branch.core.RecruitService;
import org.luoshi.branch.core.ReliefService;
import org.luoshi.branch.core.RuleBooks;
import org.luoshi.branch.core.SayDues;
import org.luoshi.branch.core.TransferKind;
import org.luoshi.branch.core.TransferService;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Judge;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The sum is done in the browser, comes out as in Java, and what it was done from goes nowhere. */
@WholeHouse
@Import(InventedBranch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuesInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final List<String> BASES = List.of(
            "0",
            "0.01",
            "2999.99",
            "3000",
            "3000.01",
            "4321.50",
            "5000",
            "5000.01",
            "7777.77",
            "10000",
            "10000.01",
            "123456.78");

    @Autowired
    private InventedBranch invented;

    @Autowired
    private AccessApi access;

    @Autowired
    private RuleBooks books;

    @Autowired
    private TransferService transfers;

    @Autowired
    private AwayService away;

    @Autowired
    private RecruitService recruits;

    @Autowired
    private CareService care;

    @Autowired
    private DuesService dues;

    @Autowired
    private ReliefService reliefs;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private Made branch;
    private final String member = "dues-" + UUID.randomUUID().toString().substring(0, 8);
    private final String secretary = "dues-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    void aBranchInJune() {
        clock.set("2026-06-15T09:00:00+08:00");
        branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        access.openAccount(branch.members().get(6), member, InventedOffice.PASSWORD, false, Actor.system());
        access.openAccount(branch.members().get(0), secretary, InventedOffice.PASSWORD, false, Actor.system());
    }

    @AfterAll
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void theScriptComputesAsJavaDoes() {
        Page page = open(BROWSER.desk("zh-CN"), member, "/my/dues");
        for (Map.Entry<String, String> payer :
                Map.of("M-10", "在职", "M-11", "离退休").entrySet()) {
            Demand.Rates rates = (Demand.Rates)
                    books.current().find(payer.getKey()).orElseThrow().demand();
            page.getByRole(
                            AriaRole.RADIO,
                            new Page.GetByRoleOptions()
                                    .setName(payer.getValue())
                                    .setExact(true))
                    .check();
            for (String base : BASES) {
                page.locator("#own").fill(base);
                Judge.RateFinding found = Judge.rates(rates, new BigDecimal(base));
                assertThat(page.locator("#amount").inputValue())
                        .as(base)
                        .isEqualTo(found.amount().toPlainString());
                assertThat(page.locator("#band").inputValue()).isEqualTo(rates.payer() + "-" + found.band());
            }
        }
        page.locator("#own").fill("三千");
        assertThat(page.locator("output").textContent()).contains("请写成数字");
    }

    @Test
    void theCliffIsExplainedAndTheBaseIsNeverSent() {
        Page page = open(BROWSER.desk("zh-CN"), member, "/my/dues");
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> sent.add(request.url() + " " + request.postData()));
        page.locator("#own").pressSequentially("2987.65");
        assertThat(page.locator("output").textContent()).contains("15.00", "3000.01", "30.00");
        page.locator("#months").selectOption("3");
        page.locator("#from").fill("2026-04");
        Browser.screenshot(page, "dues-mine-zh-1440");
        Browser.assertAccessible(page);

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登记").setExact(true))
                .click();

        assertThat(page.locator("main table").first().textContent()).contains("44.82", "2026年4月至6月");
        assertThat(sent).anyMatch(request -> request.contains("amount=44.82"));
        assertThat(sent).noneMatch(request -> request.contains("2987"));
        assertThat((String) page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])"))
                .doesNotContain("2987");
    }

    @Test
    void withoutScriptTheTableIsThereAndTheFormWorks() {
        Page page = open(BROWSER.withoutScript("en"), secretary, "/my/dues");
        assertThat(page.locator("#own").isVisible()).isFalse();
        assertThat(page.locator("aside").textContent()).contains("3000 yuan comes to 15.00, one cent more to 30.00");
        page.locator("#band").selectOption("SALARIED-1");
        page.locator("#amount").fill("12");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Record").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("30.00", "50.00");
        assertThat(page.locator("#amount").inputValue()).isEqualTo("12");
        page.locator("#amount").fill("41.50");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Record").setExact(true))
                .click();
        assertThat(page.locator("main table").first().textContent()).contains("41.50");
    }

    @Test
    void theCommitteesPagesFitTheScreen() {
        somethingOnEachPage();
        String base = "/branches/" + branch.id();
        for (String path : List.of(
                "/my/dues",
                base + "/dues",
                base + "/dues/announcement",
                base + "/transfers",
                base + "/transfers/new",
                base + "/recruits",
                base + "/care")) {
            for (Page page : List.of(BROWSER.desk("zh-CN"), BROWSER.phone("en"))) {
                open(page, secretary, path);
                Browser.screenshot(
                        page,
                        "branch" + path.replace(branch.id().toString(), "").replaceAll("[^a-z]+", "-") + "-"
                                + page.viewportSize().width);
                Browser.assertFitsTheScreen(page);
                Browser.assertAccessible(page);
                page.context().close();
            }
        }
    }

    private void somethingOnEachPage() {
        Actor actor = InventedBranch.as(branch.members().get(0));
        UUID one = branch.members().get(4);
        LocalDate today = LocalDate.of(2026, 6, 15);
        transfers.begin(
                new BeginTransfer(
                        branch.id(),
                        TransferKind.TO_OUTSIDE,
                        one,
                        null,
                        "云泽省丙县审批服务局机关第二党支部",
                        "工作调动到丙县审批服务局",
                        "云组介〔2026〕第0012号",
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 6, 1),
                        null,
                        null),
                actor);
        away.goAway(branch.id(), branch.members().get(3), "戊市驻点", LocalDate.of(2025, 10, 1), actor);
        UUID applicant = organization.addPerson("入党申请人", null, null, actor).id();
        recruits.apply(branch.id(), applicant, LocalDate.of(2026, 5, 1), actor);
        UUID cared = care.open(branch.id(), branch.members().get(5), List.of(one), actor);
        care.note(branch.id(), cared, CareKind.VISIT, today, "上门看望，送去学习材料，约好下月再去", actor);
        care.hold(branch.id(), cared, 1, "复议期间保留", actor);
        dues.say(
                new SayDues(LocalDate.of(2026, 5, 1), 1, Demand.Payer.SALARIED, 1, new BigDecimal("41.00")),
                InventedBranch.as(one));
        reliefs.study(
                branch.id(),
                one,
                new BigDecimal("5.00"),
                today,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 12, 1),
                actor);
        reliefs.give(branch.id(), one, new BigDecimal("1000"), today, actor);
    }

    private Page open(Page page, String login, String path) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("form[action='/sign-in'] input:not([type=hidden]):not([type=password])")
                .first()
                .fill(login);
        page.locator("input[type=password]").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
