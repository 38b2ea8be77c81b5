package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The import as an officer does it: a real table, without a manual. */
@WholeHouse
class ImportInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Path TABLE = Path.of("../shared/data/tasks/docs/D09a.layout-table.xlsx");

    @LocalServerPort
    int port;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Test
    void aRealTableIsBroughtInByHand() {
        Assumptions.assumeTrue(Files.exists(TABLE), "the real table is not here");
        InventedOffice office = InventedOffice.in(organization, access);
        for (String name : List.of("市审批服务局", "市公安局", "市市场监督管理局")) {
            organization.addUnit(
                    new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                    Actor.system());
        }
        office.openAccounts();

        Page page = BROWSER.desk("zh-CN");
        signIn(page);
        page.navigate(address("/ledger/import"));
        look(page, "upload-zh");
        page.setInputFiles("#file", TABLE);
        page.click("main form .button.main");
        assertThat(page.locator("select[name=column-5]").inputValue()).isEqualTo("LEAD");
        page.fill("#reference", "2022-04-14");
        look(page, "mapping-zh");
        page.click("button[value=check]");
        look(page, "dry-run-zh");
        assertThat(page.locator("button[value=file]").count()).isZero();
        for (Locator select : page.locator("select[name=decision]").all()) {
            if (select.inputValue().isEmpty()) {
                select.selectOption("new");
            }
        }
        page.click("button[value=save]");
        look(page, "dry-run-decided-zh");
        page.click("button[value=file]");
        page.waitForURL("**/jobs/*");
        page.waitForSelector("main a[href^='/ledger/sources/']");
        look(page, "done-zh");
        page.navigate(address("/ledger"));
        assertThat(page.locator("main").innerText()).contains("督〔");
        page.navigate(address("/ledger/import"));
        page.setInputFiles("#file", TABLE);
        page.click("main form .button.main");
        assertThat(page.locator("main").innerText()).contains("周慎行");
        String second = page.url();

        Page english = BROWSER.desk("en");
        signIn(english);
        english.navigate(address("/ledger/import"));
        look(english, "upload-en");
        english.navigate(second);
        look(english, "mapping-en");
        english.click("button[value=check]");
        look(english, "dry-run-en");
    }

    /** Looked at by axe and by a person, wide and narrow, in Chinese and English. */
    private void look(Page page, String name) {
        Browser.assertAccessible(page);
        Browser.screenshot(page, "import-" + name + "-1440");
        page.setViewportSize(390, 844);
        Browser.assertFitsTheScreen(page);
        Browser.screenshot(page, "import-" + name + "-390");
        page.setViewportSize(1440, 900);
    }

    private void signIn(Page page) {
        page.navigate(address("/sign-in"));
        page.fill("input[name=login]", "officer");
        page.fill("input[name=password]", InventedOffice.PASSWORD);
        page.click("main button");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
