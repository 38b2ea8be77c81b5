package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * A real Chromium for tests: {@code @RegisterExtension static final Browser BROWSER = new Browser();}. Where there is none, the class is
 * skipped and says how to install one.
 */
public final class Browser implements ExecutionCondition, AfterAllCallback {

    /** What to do where the browser tests are skipped. */
    public static final String INSTALL = "No Chromium found; install it with: apt-get install chromium fonts-noto-cjk";

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static com.microsoft.playwright.@Nullable Browser browser;

    private final List<BrowserContext> open = new ArrayList<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (program().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        LoggerFactory.getLogger(Browser.class).warn("Browser tests are skipped. {}", INSTALL);
        return ConditionEvaluationResult.disabled(INSTALL);
    }

    /** A new person at a desk: 1440 × 900, without cookies. Language as {@code zh-CN}, {@code zh-TW} or {@code en}. */
    public Page desk(String language) {
        return page(language, 1440, 900, true);
    }

    /** A new person with a phone: 390 × 844. */
    public Page phone(String language) {
        return page(language, 390, 844, true);
    }

    /** A new person whose browser runs no JavaScript. */
    public Page withoutScript(String language) {
        return page(language, 1440, 900, false);
    }

    /** A new person with a phone whose browser runs no JavaScript. */
    public Page phoneWithoutScript(String language) {
        return page(language, 390, 844, false);
    }

    private Page page(String language, int width, int height, boolean script) {
        BrowserContext context = launched()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(language)
                        .setTimezoneId("Asia/Shanghai")
                        .setJavaScriptEnabled(script)
                        .setViewportSize(width, height));
        context.setDefaultTimeout(15_000);
        open.add(context);
        return context.newPage();
    }

    /** Fails when axe finds anything serious or critical on the page as it is now. */
    public static void assertAccessible(Page page) {
        AxeRunOptions found = new AxeRunOptions();
        found.setResultTypes(List.of("violations"));
        // In the page itself: the other way opens a second page, and so a process, for each page that is looked at.
        List<String> serious = new AxeBuilder(page)
                .options(found).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(Browser::told)
                        .toList();
        assertThat(serious).as("accessibility of " + page.url()).isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(5).toList();
    }

    /**
     * The whole page as {@code target/screenshots/<name>.png}, to be looked at by a person; only where one asks for it by
     * {@code -Dscreenshots=true}, for drawing long pages takes minutes of the whole run.
     */
    public static void screenshot(Page page, String name) {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Fails when the page is wider than the screen, so that a phone would have to be pushed sideways. */
    public static void assertFitsTheScreen(Page page) {
        Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) Objects.requireNonNull(over)).intValue())
                .as("pixels that %s is too wide", page.url())
                .isLessThanOrEqualTo(0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    /** One for the whole run, which ends with it: starting it took seconds for each class. */
    private static synchronized com.microsoft.playwright.Browser launched() {
        com.microsoft.playwright.Browser running = browser;
        if (running == null || !running.isConnected()) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program().orElseThrow())
                            .setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-ends"));
            browser = running;
        }
        return running;
    }

    private static Optional<Path> program() {
        String named = System.getenv("LUOSHI_CHROMIUM");
        Stream<String> candidates = named == null ? PLACES.stream() : Stream.of(named);
        return candidates.map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
