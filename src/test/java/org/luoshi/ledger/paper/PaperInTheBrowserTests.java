package org.luoshi.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.Clerk;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LevelSetting;
import org.luoshi.ledger.core.LimitReminders;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.NoticeLevels;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.organization.OrganizationApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Paper as the director and an officer meet it: levels, templates, sheets from the item's page, and pages on A4. */
@WholeHouse
class PaperInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Path LOOK = Path.of("target/papers");

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private SourceService sources;

    @Autowired
    private ItemDrafting drafting;

    @Autowired
    private ItemSteps steps;

    @Autowired
    private AssignmentSteps parts;

    @Autowired
    private FeedbackService feedback;

    @Autowired
    private FeedbackReview review;

    @Autowired
    private ItemQueries queries;

    @Autowired
    private FilesApi files;

    @Autowired
    private LimitReminders reminders;

    @Autowired
    private NoticeLevels levels;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private InventedOffice office;
    private Desk desk;

    @BeforeEach
    void anOfficeOnAMonday() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        office.openAccounts();
        desk = new Desk(sources, drafting, steps, parts, feedback, review, queries, files);
    }

    @AfterEach
    void asShippedAgain() {
        levels.set(LevelSetting.standard(NoticeLevel.BLUE), office.director());
        clock.set(TestClock.START);
    }

    @Test
    void aLevelIsRenamedIssuedEscalatedAndPrinted() throws IOException {
        Clerk director = new Clerk(BROWSER.desk("zh-CN"), port, "director", "paper");
        director.opens("/ledger/settings/levels");
        director.page.locator("#BLUE summary").click();
        director.page.locator("#name-BLUE").fill("黄色提醒单");
        director.page.locator("#days-BLUE").fill("三天");
        director.page.locator("#BLUE form button").click();
        assertThat(director.reads()).contains("答复时限请填工作日数");
        assertThat(director.page.locator("#name-BLUE").inputValue()).isEqualTo("黄色提醒单");
        director.page.locator("#days-BLUE").fill("3");
        director.page.locator("#BLUE input[value=YELLOW]").check();
        director.page.locator("#BLUE form button").click();
        director.looks("levels");
        assertThat(director.page.locator("#BLUE h2").innerText()).contains("黄色提醒单");

        UUID id = desk.issued(office, "城区积水点改造", LocalDate.of(2026, 3, 9));
        desk.signed(id, office);
        clock.set("2026-03-12T09:00:00+08:00");
        reminders.run();
        director.opens("/ledger/items/" + id);
        director.page.locator("#units a:has-text('催办')").first().click();
        director.looks("urge");
        director.page.locator("input[value=BLUE]").check();
        director.types("text", "改造进度滞后，请于三日内说明原因。");
        director.page.locator("main form button.main").click();
        assertThat(director.reads()).contains("黄色提醒单", "系统提醒道路养护局：已超期 3 个工作日");
        assertThat(director.downloads("督办单")).contains("黄色提醒单", "改造进度滞后", "2026年3月17日");
        assertThat(director.opens("/ledger/items/" + id).downloads("督查通知单")).contains("城区积水点改造");
        director.page
                .locator("#notices a:has-text('升级'), #notices button:has-text('升级')")
                .first()
                .click();
        director.types("words", "仍未答复").page.locator("main form button.main").click();
        assertThat(director.reads()).contains("橙色督查单", "对道路养护局的黄色提醒单升级");
        director.looks("item");
        print(director, "print-item");
        director.opens("/ledger/settings").looks("settings");
        director.opens("/ledger/settings/papers").unfolds("可以使用的").looks("templates");
    }

    @Test
    void listAndItemFillA4WithTheHeadRepeated() throws IOException {
        for (int i = 1; i <= 30; i++) {
            clock.advance(Duration.ofSeconds(1));
            desk.issued(office, "月度督查事项第" + i + "件：完善农村公路日常养护和应急抢修机制", LocalDate.of(2026, 3, 31));
        }
        Clerk officer = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "paper");
        officer.opens("/ledger?view=ALL&sort=NEWEST&q=月度督查事项第");
        print(officer, "print-list");
        for (int row = 0; row < 3; row++) {
            officer.page.locator("input[name=item]").nth(row).check();
        }
        officer.page.locator("select[name=paper]").selectOption("NOTICE");
        assertThat(printed(officer, "督查通知单 3份.docx")).contains("月度督查事项第30件", "月度督查事项第29件", "月度督查事项第28件");
        officer.opens("/ledger?view=ALL&sort=NEWEST&q=月度督查事项第").looks("list");
        officer.page.locator("input[name=item]").first().check();
        officer.page.locator("select[name=paper]").selectOption("RESULT");
        officer.presses("打印文书");
        assertThat(officer.reads()).contains("还没有提请办结，没有结果可呈报");
    }

    private static String printed(Clerk clerk, String name) throws IOException {
        Download download = clerk.page.waitForDownload(
                () -> clerk.page.locator("button:text-is('打印文书')").click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        try (InputStream in = Files.newInputStream(download.path());
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    private static void print(Clerk clerk, String name) throws IOException {
        Files.createDirectories(LOOK);
        Files.write(
                LOOK.resolve(name + ".pdf"),
                clerk.page.pdf(new com.microsoft.playwright.Page.PdfOptions().setFormat("A4")));
    }
}
