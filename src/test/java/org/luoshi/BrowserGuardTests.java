package org.luoshi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guards that every page in the browser goes through do find what they are for. */
class BrowserGuardTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void aPageThatSomeCannotReadIsFound() {
        Page page = BROWSER.phone("zh-CN");
        page.setContent(page("<p>办理情况</p><input type=\"text\" aria-label=\"事项\">"));
        assertThatCode(() -> Browser.assertAccessible(page)).doesNotThrowAnyException();

        page.setContent(page("<p style=\"color: #ccc\">办理情况</p><input type=\"text\">"));
        assertThatThrownBy(() -> Browser.assertAccessible(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("color-contrast")
                .hasMessageContaining("label");
    }

    @Test
    void aPageThatIsTooWideIsFound() {
        Page page = BROWSER.phone("zh-CN");
        page.setContent(page("<p>办理情况</p>"));
        assertThatCode(() -> Browser.assertFitsTheScreen(page)).doesNotThrowAnyException();

        page.setContent(page("<p style=\"width: 900px\">办理情况</p>"));
        assertThatThrownBy(() -> Browser.assertFitsTheScreen(page)).isInstanceOf(AssertionError.class);
    }

    private static String page(String main) {
        return "<!doctype html><html lang=\"zh\"><head><title>落实</title><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"></head><body><main><h1>落实</h1>" + main
                + "</main></body></html>";
    }
}
