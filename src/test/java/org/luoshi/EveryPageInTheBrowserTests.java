package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages around the ledger, for the person whose page it is: in both languages, at a desk and on a phone, with axe. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @LocalServerPort
    private int port;

    private InventedOffice office;
    private final Map<String, Page> signedIn = new HashMap<>();

    @BeforeAll
    void anOfficeWithItsAdministrators() {
        office = InventedOffice.in(organization, access);
        office.openAccounts();
        administrator("system", "关系统", Role.SYSTEM_ADMINISTRATOR);
        administrator("security", "安守护", Role.SECURITY_ADMINISTRATOR);
        administrator("auditor", "申审慎", Role.AUDITOR);
    }

    private void administrator(String login, String name, Role role) {
        var person = organization.addPerson(name, null, null, Actor.system());
        access.grantToPerson(person.id(), role, Actor.system());
        access.openAccount(person.id(), login, InventedOffice.PASSWORD, false, Actor.system());
    }

    @ParameterizedTest
    @CsvSource({
        "officer, /units",
        "officer, /units/{planning}",
        "officer, /areas",
        "officer, /people",
        "officer, /worktime",
        "officer, /worktime/calculator",
        "officer, /me",
        "officer, /me/password",
        "officer, /jobs",
        "officer, /calendar-feed",
        "officer, /search?q=gh",
        "director, /obligations/upcoming?range=week",
        "archivist, /desk",
        "secretary, /ledger/leader",
        "system, /accounts",
        "system, /worktime/days",
        "system, /worktime/import",
        "system, /secrecy-refusals",
        "system, /units/{planning}",
        "system, /units/import",
        "system, /areas",
        "system, /webhooks",
        "system, /mailbox",
        "security, /webhooks",
        "security, /accounts/roles",
        "auditor, /history",
        "auditor, /history/verification"
    })
    void isFitToBeSeen(String login, String path) {
        String address = path.replace("{planning}", office.planning.id().toString());
        String name = login + path.replaceAll("[^a-z]+", "-");
        for (String language : List.of("zh-CN", "en")) {
            Page page = signedIn(login, language);
            page.setViewportSize(1440, 900);
            Response answer = page.navigate("http://localhost:" + port + address);
            assertThat(Objects.requireNonNull(answer).status()).isEqualTo(200);
            isFit(page, name + "-" + language.substring(0, 2));
            page.setViewportSize(390, 844);
            isFit(page, name + "-" + language.substring(0, 2));
        }
    }

    private static void isFit(Page page, String name) {
        Browser.screenshot(page, name + "-" + page.viewportSize().width);
        Browser.assertFitsTheScreen(page);
        Browser.assertAccessible(page);
    }

    /** Signed in once for all pages of a person in a language. */
    private Page signedIn(String login, String language) {
        return signedIn.computeIfAbsent(login + " " + language, unused -> {
            Page page = BROWSER.desk(language);
            signIn(page, login);
            return page;
        });
    }

    private void signIn(Page page, String login) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("form[action='/sign-in'] input:not([type=hidden]):not([type=password])")
                .first()
                .fill(login);
        page.locator("input[type=password]").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
    }
}
