package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A quarter in the life of a branch, as its secretary lives it in the browser. */
@WholeHouse
@Import(InventedBranch.class)
class BranchInTheBrowserTests {

    private static final String PASSWORD = "Bei-Wang-7-Lu-Shan!";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private InventedBranch invented;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private final Map<String, Page> people = new HashMap<>();
    private Made branch;
    private Made neighbour;

    @BeforeEach
    void twoBranches() {
        clock.set("2026-04-02T09:00:00+08:00");
        branch = invented.withMembers(9);
        neighbour = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 12, 20));
        invented.electCommittee(neighbour, LocalDate.of(2025, 12, 20));
        account("shuji", branch.members().get(0));
        account("linjia", neighbour.members().get(0));
        account("dangwu", partyAffairs());
    }

    private UUID partyAffairs() {
        UUID person = organization.addPerson("党务某", null, null, Actor.system()).id();
        UUID post = organization
                .addPost(branch.unitId(), "党务干部", null, Actor.system())
                .id();
        organization.seat(person, post, LocalDate.of(2026, 1, 1), Actor.system());
        access.grantToPost(post, Role.PARTY_AFFAIRS, Actor.system());
        return person;
    }

    private void account(String login, UUID person) {
        access.openAccount(person, login, PASSWORD, false, Actor.system());
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void aQuarterIsPlannedLivedAndShown() throws IOException {
        aThemeDayIsPlannedAndThePeopleAreTold();
        itIsHeldWithAVoteAndMeetsItsDuties();
        aLectureAndATalkAreNoted();
        somebodyComesAndSomebodyGoes();
        anOverdueDutyIsExcusedAndAMustIsNot();
        theHealthCheckShowsTheQuarter();
        theInspectorGetsThePack();
        aPackOfOurOwnIsRefusedAndThenAccepted();
        everyPageIsFitToBeSeen();
    }

    private void aThemeDayIsPlannedAndThePeopleAreTold() {
        Page secretary = as("shuji", "/branches/" + branch.id());
        press(secretary, "计划活动");
        secretary.getByLabel("主题党日").check();
        secretary.getByLabel("党员大会").check();
        secretary.getByLabel("日期").fill("2026-04-10");
        secretary.getByLabel("地点").fill("三楼会议室");
        secretary.getByLabel("主题", new Page.GetByLabelOptions().setExact(true)).fill("防汛值守怎么排班");
        secretary.getByText("议程、主持、授课等").click();
        secretary.getByLabel("议程").fill("传达学习最新要求\n研究值守安排");
        secretary.getByLabel("第一项是第一议题").check();
        press(secretary, "保存");
        press(secretary, "通知 9 人");
        assertThat(text(secretary)).contains("已通知", "第一议题");
        assertThat(text(as("shuji", "/notices"))).contains("防汛值守怎么排班");
    }

    private void itIsHeldWithAVoteAndMeetsItsDuties() {
        clock.set("2026-04-10T11:30:00+08:00");
        Page secretary = as("shuji", "/branches/" + branch.id());
        assertThat(text(secretary)).contains("已开，待记录");
        press(secretary, "防汛值守怎么排班");
        press(secretary, "记录");
        secretary.getByText("全部勾选").click();
        secretary.locator(".roll input[type=checkbox]").nth(8).uncheck();
        secretary.locator(".roll .cell").nth(8).fill("出差");
        secretary.getByLabel("议定了什么").fill("汛期值守排班按组轮换。");
        secretary.getByText("议定后要办的事").click();
        secretary.locator("input[name=decision-0]").fill("排出五月值守表");
        secretary
                .locator("select[name=owner-0]")
                .selectOption(branch.members().get(1).toString());
        secretary.locator("input[name=due-0]").fill("2026-04-30");
        press(secretary, "保存记录");
        assertThat(text(secretary)).contains("这次活动办到了", "到会 8 人", "排出五月值守表");
        assertThat(secretary.locator(".checks li").count()).isGreaterThanOrEqualTo(3);

        secretary
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText("付诸表决"))
                .click();
        secretary.getByLabel("表决事项").fill("通过汛期值守安排");
        secretary.locator("#quorum").getByText("可以表决").waitFor();
        press(secretary, "付诸表决");
        secretary.locator("input[name=yes]").fill("5");
        secretary.locator("input[name=no]").fill("3");
        press(secretary, "计票");
        assertThat(text(secretary)).contains("通过", "赞成 5，反对 3，弃权 0", "9 × 1/2");
    }

    private void aLectureAndATalkAreNoted() {
        clock.set("2026-05-20T17:00:00+08:00");
        Page secretary = as("shuji", "/branches/" + branch.id());
        press(secretary, "记一次活动");
        secretary.getByLabel("党课").check();
        secretary.getByLabel("日期").fill("2026-05-15");
        secretary.getByLabel("地点").fill("三楼会议室");
        press(secretary, "下一步：谁到会、议定了什么");
        press(secretary, "保存记录");
        assertThat(secretary.url()).contains("/record");
        secretary.getByText("全部勾选").click();
        secretary.getByLabel("议定了什么").fill("学习交流，没有议定事项。");
        press(secretary, "保存记录");
        assertThat(text(secretary)).contains("已记录");

        secretary.navigate(address("/branches/" + branch.id() + "/talks"));
        secretary
                .getByLabel("和谁")
                .selectOption(
                        new SelectOption().setValue(branch.members().get(5).toString()));
        secretary
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText("记几句"))
                .click();
        secretary.getByLabel("记几句", new Page.GetByLabelOptions().setExact(true)).fill("家里老人住院，已安排调休");
        press(secretary, "记下");
        assertThat(text(secretary)).contains("家里老人住院");
        assertThat(text(as("dangwu", "/branches/" + branch.id() + "/talks"))).doesNotContain("家里老人住院");
    }

    private void somebodyComesAndSomebodyGoes() {
        String leaving =
                organization.person(branch.members().get(8)).orElseThrow().name();
        String coming =
                organization.person(neighbour.members().get(6)).orElseThrow().name();
        transfer("shuji", branch, leaving, neighbour);
        transfer("linjia", neighbour, coming, branch);
        receive("linjia", neighbour);
        receive("shuji", branch);
        String members = text(as("shuji", "/branches/" + branch.id() + "/organisation"));
        assertThat(members).contains(coming).doesNotContain(leaving);
    }

    private void transfer(String login, Made from, String person, Made to) {
        Page keeper = as(login, "/branches/" + from.id() + "/transfers/new");
        keeper.locator("select[name=person]").selectOption(new SelectOption().setLabel(person));
        keeper.locator("select[name=toBranch], select[name=branch], select[name=to]")
                .first()
                .selectOption(to.id().toString());
        keeper.locator("input[name=letterNumber], input[name=letter]").first().fill("云组介〔2026〕7号");
        fillIfEmpty(keeper, "input[type=date]", "2026-05-20");
        fillIfEmpty(keeper, "input[name=cause]", "工作调动");
        keeper.locator("main form button.main").click();
        assertThat(text(keeper)).contains(person);
    }

    private static void fillIfEmpty(Page page, String selector, String value) {
        for (Locator field : page.locator("main form " + selector).all()) {
            if (field.isVisible() && field.inputValue().isEmpty()) {
                field.fill(value);
            }
        }
    }

    private void receive(String login, Made to) {
        Page keeper = as(login, "/branches/" + to.id() + "/transfers");
        keeper.locator("form[action$='/receipt'] button").first().click();
        assertThat(keeper.locator(".error, .why.late").count()).isZero();
    }

    private void anOverdueDutyIsExcusedAndAMustIsNot() {
        clock.set("2026-07-06T09:00:00+08:00");
        Page secretary = as("shuji", "/branches/" + branch.id());
        secretary.locator("a.mark.OVERDUE[title^='6月']").first().click();
        assertThat(text(secretary)).contains("过期未办", "一般");
        secretary.getByLabel("理由").fill("防汛抢险，全员在岗");
        press(secretary, "免予");
        assertThat(text(secretary)).contains("免予", "防汛抢险，全员在岗");
        secretary.navigate(address("/branches/" + branch.id()));
        secretary
                .locator("tr", new Page.LocatorOptions().setHasText("组织生活会"))
                .locator("a.mark")
                .first()
                .click();
        assertThat(secretary.locator("form[action$='/excuse']").count()).isZero();
    }

    private void theHealthCheckShowsTheQuarter() {
        Page secretary = as("shuji", "/branches/" + branch.id());
        assertThat(secretary.locator("a.mark.MET").count()).isGreaterThanOrEqualTo(2);
        assertThat(secretary.locator("a.mark.EXCUSED").count()).isEqualTo(1);
        secretary.locator("details.passport summary").first().click();
        assertThat(secretary.locator("details.passport[open]").first().innerText())
                .contains("支部工作条例", "把握");
        Page superior = as("dangwu", "/branches");
        assertThat(text(superior))
                .contains(organization.unit(branch.unitId()).orElseThrow().name() + "党支部");
    }

    private void theInspectorGetsThePack() throws IOException {
        Page secretary = as("shuji", "/branches/" + branch.id() + "/evidence");
        for (int times = 0; times < 2; times++) {
            secretary.getByLabel("谁要的").fill("上级检查组");
            secretary.locator("input[name=from]").fill("2026-04-01");
            secretary.locator("input[name=to]").fill("2026-06-30");
            Download pack = secretary.waitForDownload(() -> press(secretary, "生成备查材料"));
            List<String> names = new ArrayList<>();
            try (InputStream in = Files.newInputStream(pack.path());
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
            assertThat(names).contains("各项要求办理情况.xlsx", "SHA256SUMS.txt").hasSize(4);
            secretary.navigate(address("/branches/" + branch.id() + "/evidence"));
        }
        assertThat(text(secretary)).contains("要过 2 次", "1 次");
    }

    private void aPackOfOurOwnIsRefusedAndThenAccepted() {
        Page superior = as("dangwu", "/branch-rules/own");
        String example = superior.getByLabel("规则包").inputValue();
        superior.getByLabel("规则包").fill(example.replace("每季度上一次党课。", "每月交三张照片。"));
        press(superior, "启用");
        assertThat(superior.locator("[role=alert]").innerText()).contains("our-branch-1");
        superior.getByLabel("规则包").fill(example);
        press(superior, "启用");
        assertThat(superior.url()).endsWith("/branch-rules/own");
        superior.navigate(address("/branch-rules"));
        assertThat(text(superior)).contains("本支部学习办法", "每季度上一次党课");
        superior.navigate(address("/branch-rules/own"));
        superior.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("our-branch"))
                .click();
        press(superior, "停用");
    }

    private void everyPageIsFitToBeSeen() {
        String base = "/branches/" + branch.id();
        List<String> pages = List.of(
                base,
                base + "/activities",
                base + "/activities/new",
                base + "/organisation",
                base + "/talks",
                base + "/calendar",
                base + "/evidence",
                base + "/transfers",
                base + "/recruits",
                base + "/dues",
                base + "/care",
                "/my/dues",
                "/branch-rules",
                "/branch-rules/stacking");
        for (String language : List.of("zh-CN", "en")) {
            for (Page page : List.of(BROWSER.desk(language), BROWSER.phone(language))) {
                signIn(page, "shuji");
                for (String path : pages) {
                    page.navigate(address(path));
                    String name = "branch" + path.replace(base, "").replaceAll("[^a-z]+", "-");
                    Browser.screenshot(page, name + "-" + language.substring(0, 2) + "-" + page.viewportSize().width);
                    Browser.assertFitsTheScreen(page);
                    Browser.assertAccessible(page);
                }
                page.context().close();
            }
        }
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
        page.locator("input[type=password]").fill(PASSWORD);
        page.locator("main form button, form.gate button").first().click();
    }

    private static String text(Page page) {
        return page.locator("main").innerText();
    }

    private static void press(Page page, String name) {
        Locator main = page.locator("main");
        Locator button = main.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
        Locator link = main.getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
        button.or(link).first().click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
