package org.luoshi.webhooks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.webhooks.core.WebhookWorker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The two administrators set up another system together. */
@WholeHouse
class WebhooksInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private WebhookWorker worker;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void morning() {
        clock.set(TestClock.START);
    }

    @Test
    void aReceiverIsAllowedAddedTriedAndItsFailureSeen() {
        Page security = signedIn("孙守门", Role.SECURITY_ADMINISTRATOR);
        security.navigate(address("/webhooks"));
        security.locator("#hosts").fill("http://127.0.0.1:1");
        security.locator("#networks").fill("127.0.0.0/8");
        security.locator("form[action='/webhooks/allowance'] button").click();
        assertThat(security.locator("main")).containsText("孙守门");
        look(security, "webhooks-allowance");

        Page system = signedIn("钱接线", Role.SYSTEM_ADMINISTRATOR);
        system.navigate(address("/webhooks"));
        system.locator("form[action='/webhooks']")
                .locator("xpath=..")
                .locator("summary")
                .click();
        system.locator("#name").fill("办公系统待办");
        system.locator("#address").fill("https://elsewhere.example.org/");
        system.locator("input[name=types]").first().check();
        system.locator("form[action='/webhooks'] button").click();
        assertThat(system.locator("#address-error")).isVisible();
        look(system, "webhooks-refused");
        system.locator("#address").fill("http://127.0.0.1:1/hooks/ledger");
        system.locator("form[action='/webhooks'] button").click();
        assertThat(system.locator("code.word")).containsText("whsec_");
        system.locator(".steps form[action$='/test'] button").click();
        worker.sendNext();
        system.reload();
        assertThat(system.locator("table.sheet")).containsText("测试消息");
        look(system, "webhooks-one");
        system.navigate(address("/webhooks"));
        look(system, "webhooks-list");
        system.locator("table.sheet a").first().click();
        system.locator("form[action$='/removal'] button").click();
        assertThat(system).hasURL(address("/webhooks"));
    }

    private static void look(Page page, String name) {
        for (int width : new int[] {1440, 390}) {
            page.setViewportSize(width, 900);
            Browser.screenshot(page, name + "-" + width);
            Browser.assertFitsTheScreen(page);
            Browser.assertAccessible(page);
        }
        page.setViewportSize(1440, 900);
    }

    private Page signedIn(String name, Role role) {
        String login = "w" + UUID.randomUUID().toString().substring(0, 8);
        UUID personId = organization.addPerson(name, null, null, Actor.system()).id();
        access.grantToPerson(personId, role, Actor.system());
        access.openAccount(personId, login, InventedOffice.PASSWORD, false, Actor.system());
        Page page = BROWSER.desk("zh-CN");
        page.navigate(address("/sign-in"));
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(InventedOffice.PASSWORD);
        page.locator("form[action='/sign-in'] button").first().click();
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
