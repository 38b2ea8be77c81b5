package org.luoshi.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.branch.InventedBranch;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.GroupService;
import org.luoshi.branch.core.RecordActivity;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.shared.Actor;
import org.luoshi.study.core.StudyMaterial;
import org.luoshi.study.core.StudyMaterialService;
import org.luoshi.study.core.StudyPlanService;
import org.luoshi.study.core.StudyReflectionService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;

/** The pages of study at a desk and on a phone, with and without JavaScript. */
@WholeHouse
@Import(InventedBranch.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private InventedBranch invented;

    @Autowired
    private GroupService groups;

    @Autowired
    private ActivityService activities;

    @Autowired
    private StudyPlanService plans;

    @Autowired
    private StudyMaterialService materials;

    @Autowired
    private StudyReflectionService reflections;

    @Autowired
    private AccessApi access;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private Made branch;
    private UUID meeting;
    private UUID missed;
    private UUID material;
    private UUID reflection;

    @BeforeAll
    void aBranchThatStudies() {
        clock.set(TestClock.START);
        LocalDate since = LocalDate.of(2025, 3, 1);
        branch = invented.withMembers(8);
        invented.electCommittee(branch, since);
        groups.add(branch.id(), "第一党小组", null, branch.members().get(5), branch.members(), since, Actor.system());
        UUID secretary = branch.members().get(0);
        access.openAccount(secretary, "study-secretary", InventedOffice.PASSWORD, false, Actor.system());
        Actor keeper = InventedBranch.as(secretary);
        plans.propose(branch.id(), 2026, keeper);
        material = materials.add(
                branch.id(),
                new StudyMaterialService.Described(
                        "讲稿汇编", "某出版社", StudyMaterial.Kind.BOOK, 2025, "三楼书柜", "https://example.invalid/a"),
                new MockMultipartFile("file", "讲稿.txt", "text/plain", "第一讲".getBytes(StandardCharsets.UTF_8)),
                keeper);
        meeting = invented.planned(branch, null, LocalDate.of(2026, 3, 20), "GROUP_STUDY");
        missed = invented.planned(branch, null, LocalDate.of(2026, 2, 23), "GROUP_STUDY");
        activities.record(
                missed,
                1,
                new RecordActivity(
                        Set.copyOf(branch.members().subList(1, 8)), Map.of(), "", "没有议定事项", List.of(), null, List.of()),
                Actor.system());
        reflection = reflections.write(branch.id(), "减负从自己做起", "少发一个表，多跑一趟路。\n凡是台账里看得到的，不再让下面填。", keeper);
        reflections.speak(reflection, 1, true, keeper);
    }

    @Test
    void everyPageIsFitToBeSeen() {
        String query = "?branch=" + branch.id() + "&year=2026";
        Map<String, String> addresses = Map.of(
                "plan", "/study",
                "hours", "/study/hours" + query,
                "person", "/study/hours/people/" + branch.members().get(0) + query,
                "import", "/study/hours/import" + query,
                "make-up", "/study/make-up",
                "materials", "/study/materials",
                "material", "/study/materials/" + material,
                "reflections", "/study/reflections",
                "reflection", "/study/reflections/" + reflection,
                "exchange", "/study/exchanges/" + meeting);
        for (String language : List.of("zh-CN", "en")) {
            for (Page page : List.of(BROWSER.desk(language), BROWSER.phone(language))) {
                signIn(page);
                addresses.forEach((name, address) -> {
                    Response answer = page.navigate("http://localhost:" + port + address);
                    assertThat(Objects.requireNonNull(answer).status()).isEqualTo(200);
                    Browser.screenshot(
                            page, "study-" + name + "-" + language.substring(0, 2) + "-" + page.viewportSize().width);
                    Browser.assertFitsTheScreen(page);
                    Browser.assertAccessible(page);
                });
                page.context().close();
            }
        }
    }

    @Test
    void whatWasMissedIsMadeUpWithoutScript() {
        Page page = BROWSER.withoutScript("zh-CN");
        signIn(page);
        page.navigate("http://localhost:" + port + "/study/make-up");
        page.locator("#line-" + missed).fill("读了讲稿，补了笔记");
        page.locator("form[action^='/study/make-up/" + missed + "'] button").click();

        assertThat(page.locator("main").innerText()).contains("读了讲稿，补了笔记", "已补学");
    }

    private void signIn(Page page) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("form[action='/sign-in'] input:not([type=hidden]):not([type=password])")
                .first()
                .fill("study-secretary");
        page.locator("input[type=password]").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
    }
}
