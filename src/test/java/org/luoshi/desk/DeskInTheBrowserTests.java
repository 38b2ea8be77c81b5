package org.luoshi.desk;

import static org.luoshi.Browser.assertAccessible;
import static org.luoshi.Browser.assertFitsTheScreen;
import static org.luoshi.Browser.screenshot;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.Browser;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.notices.core.Sweep;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The whole house with a small invented office: what each kind of person sees on a desk and on a phone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "luoshi.notices.sweep-every=P1D")
@Import({PostgresForTests.class, ClockForTests.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String PASSWORD = "Bei-Wang-7-Lu-Shan!";
    private static final Actor HOUSE = Actor.system();
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private NoticesApi notices;

    @Autowired
    private Sweep sweep;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private final Map<String, Page> signedIn = new HashMap<>();
    private Unit office;
    private Unit planning;

    @BeforeAll
    void anOfficeOnAThursday() {
        clock.set("2026-03-05T15:10:00+08:00");
        office = unit(null, "综合司", UnitKind.OFFICE);
        Unit division = unit(office.id(), "督查处", UnitKind.DIVISION);
        planning = unit(null, "发展规划司", UnitKind.UNIT);
        Unit care = unit(null, "社会救助司", UnitKind.UNIT);
        Person officer = seated(division, "督查员", "周慎行", "officer", Role.OFFICER);
        seated(planning, "联络员", "吴知新", "liaison", Role.UNIT_LIAISON);
        seated(care, "司长", "郑行远", "head", Role.UNIT_HEAD);
        Person administrator = organization.addPerson("王守正", null, null, HOUSE);
        access.openAccount(administrator.id(), "administrator", PASSWORD, false, HOUSE);
        access.grantToPerson(administrator.id(), Role.SYSTEM_ADMINISTRATOR, HOUSE);
        owe(division, Role.OFFICER, "2026-03-03T23:59:59", "建立防返贫动态监测和帮扶机制");
        owe(division, Role.OFFICER, "2026-03-05T17:00:00", "汛前检查方案");
        owe(division, Role.OFFICER, "2026-03-06T23:59:59", "全国电视电话会议议定事项第 3 条");
        owe(division, Role.OFFICER, "2026-03-11T23:59:59", "农村饮水安全工程年度清单");
        owe(division, Role.OFFICER, null, "长期跟踪：基层减负观测点");
        owe(planning, Role.UNIT_LIAISON, "2026-03-06T23:59:59", "建立防返贫动态监测和帮扶机制");
        owe(planning, Role.UNIT_LIAISON, "2026-03-09T23:59:59", "县域商业体系建设情况");
        owe(care, Role.UNIT_LIAISON, "2026-03-06T23:59:59", "临时救助标准调整落实情况");
        notices.tell(new NewNotice(
                Set.of(officer.id()),
                "notices.due-soon",
                Map.of("title", "汛前检查方案", "kindKey", "desk.title", "dueAt", "2026-03-05T09:00:00Z"),
                "/desk",
                UUID.randomUUID(),
                "due-soon"));
        sweep.run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "liaison", "head", "administrator"})
    void everybodyFindsADesk(String login) {
        look(signedIn(login, "zh-CN"), "/desk", "desk-" + login + "-zh-1440");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk", "/obligations/upcoming?range=week", "/notices", "/notices/preview", "/search?q=zhs"})
    void eachPageFitsDeskAndPhoneInBothLanguages(String path) {
        String name = path.replaceAll("[^a-z]+", "-").substring(1);
        for (String language : List.of("zh-CN", "en")) {
            Page page = signedIn("officer", language);
            page.setViewportSize(1440, 900);
            look(page, path, name + "-" + language.substring(0, 2) + "-1440");
            page.setViewportSize(390, 844);
            look(page, path, name + "-" + language.substring(0, 2) + "-390");
        }
    }

    @Test
    void theAdministratorSeesWhatMailDidNotLeave() {
        look(signedIn("administrator", "zh-CN"), "/notices/letters", "letters-zh-1440");
    }

    private void look(Page page, String path, String name) {
        page.navigate(address(path));
        screenshot(page, name);
        assertFitsTheScreen(page);
        assertAccessible(page);
    }

    /** Signed in once for all pages of a person in a language. */
    private Page signedIn(String login, String language) {
        return signedIn.computeIfAbsent(login + " " + language, unused -> {
            Page page = BROWSER.desk(language);
            page.navigate(address("/sign-in"));
            page.fill("input[name=login]", login);
            page.fill("input[name=password]", PASSWORD);
            page.click("main button");
            return page;
        });
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Unit unit(@Nullable UUID parent, String name, UnitKind kind) {
        return organization.addUnit(new NewUnit(parent, null, name, name, List.of(), kind, null, LONG_AGO), HOUSE);
    }

    private Person seated(Unit unit, String title, String name, String login, Role role) {
        Person person = organization.addPerson(name, "010-5555", null, HOUSE);
        Post post = organization.addPost(unit.id(), title, null, HOUSE);
        organization.seat(person.id(), post.id(), LONG_AGO, HOUSE);
        access.grantToPost(post.id(), role, HOUSE);
        access.openAccount(person.id(), login, PASSWORD, false, HOUSE);
        return person;
    }

    private void owe(Unit unit, Role role, @Nullable String due, String title) {
        Instant at = due == null ? null : OffsetDateTime.parse(due + "+08:00").toInstant();
        obligations.owe(new NewObligation(
                UUID.randomUUID(),
                "test.matter",
                UUID.randomUUID(),
                unit.id(),
                role,
                null,
                "feedback",
                title,
                "/desk",
                at));
    }
}
