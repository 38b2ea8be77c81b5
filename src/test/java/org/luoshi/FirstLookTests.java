package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole application in a real browser, as somebody sees it who is not signed in. */
@WholeHouse
class FirstLookTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Test
    void theSignInPageIsReadableInEveryLanguageOnEveryScreen() {
        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            for (Page page : List.of(BROWSER.desk(language), BROWSER.phone(language))) {
                page.navigate("http://localhost:" + port + "/sign-in");
                assertThat(page.locator("input[type=password]").isVisible()).isTrue();
                Browser.assertAccessible(page);
                Browser.assertFitsTheScreen(page);
                Browser.screenshot(page, "sign-in-" + language + "-" + page.viewportSize().width);
            }
        }
    }

    @Test
    void nothingIsLoadedFromOutside() {
        Page page = BROWSER.desk("zh-CN");
        String home = "http://localhost:" + port + "/";
        List<String> addresses = new java.util.ArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate(home + "sign-in");
        assertThat(addresses).isNotEmpty().allMatch(address -> address.startsWith(home));
    }

    @Test
    void aGuestIsSentToTheSignInPage() {
        Page page = BROWSER.withoutScript("en");
        page.navigate("http://localhost:" + port + "/history");
        assertThat(page.url()).contains("/sign-in");
    }
}
