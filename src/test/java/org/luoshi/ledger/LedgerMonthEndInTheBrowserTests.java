package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.luoshi.Browser;
import org.luoshi.Clerk;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The end of a month as an officer and the director live it: thirty units behind, papers, tables, figures, and what stood on the 1st. */
@WholeHouse
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerMonthEndInTheBrowserTests {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final int UNITS = 30;
    private static final String LABEL = "月末" + UUID.randomUUID().toString().substring(0, 6);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private String list = "";

    @BeforeAll
    void thirtyUnitsThatAreBehind() {
        clock.set("2026-03-02T09:00:00+08:00");
        InventedOffice office = InventedOffice.in(organization, access);
        office.openAccounts();
        IssuedItems items = new IssuedItems(house);
        for (Unit unit : IntStream.rangeClosed(1, UNITS).mapToObj(this::unit).toList()) {
            items.issuedUnder(office, LABEL, unit.shortName() + "汛前隐患排查整改", LocalDate.of(2026, 3, 20), unit);
        }
        list = "/ledger?label=" + encoded(LABEL);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Unit unit(int number) {
        String name = "第%02d号虚构乡".formatted(number) + LABEL;
        return organization.addUnit(
                new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, LocalDate.of(2020, 1, 1)),
                Actor.system());
    }

    @AfterAll
    void backToTheFirstDay() {
        clock.set(TestClock.START);
    }

    @Test
    void theEndOfAMonth() throws Exception {
        clock.set("2026-03-31T15:00:00+08:00");
        Clerk officer = new Clerk(BROWSER.desk("zh-CN"), port, "officer", "month-end");
        thirtyUnitsAreUrgedWithTheLeastGapKept(officer);
        Clerk director = new Clerk(BROWSER.desk("zh-CN"), port, "director", "month-end");
        oneIsEscalated(director);
        threeNoticesArePrinted(officer);
        theLedgerGoesOutIsEditedAndComesBack(officer);
        aBulletinIsFrozenAndCorrected(officer, director);
        theLedgerAsItStoodOnTheFirst(officer);
    }

    private void thirtyUnitsAreUrgedWithTheLeastGapKept(Clerk officer) {
        officer.opens(list).looks("ledger");
        assertThat(officer.page.locator("td.pick input").count()).isEqualTo(UNITS);
        officer.page.locator("[data-pick-all]").check();
        officer.presses("催办").looks("urge");
        assertThat(officer.reads()).contains("将办理 30 条");
        officer.presses("确认催办（30 条）");
        assertThat(officer.reads()).contains("已办 30 条，未办 0 条");

        officer.opens(list);
        officer.page.locator("[data-pick-all]").check();
        officer.presses("催办");
        assertThat(officer.reads()).contains("将办理 0 条").contains("以后才能再催");
        officer.presses("确认催办（0 条）").looks("urged-too-soon");
        assertThat(officer.reads()).contains("已办 0 条，未办 30 条").contains("刚催办过");
    }

    private void oneIsEscalated(Clerk director) {
        director.opens(list);
        director.page.locator("td.what a").first().click();
        director.page.locator("a.button", new Page.LocatorOptions().setHasText("催办")).first().click();
        director.page.locator("input[name=level][value=BLUE]").check();
        director.types("text", "逾期未报，请说明原因并限期办结。").presses("发出");
        Locator escalate = director.page.locator("#notices a.button, #notices button", new Page.LocatorOptions().setHasText("升级"));
        escalate.first().click();
        director.types("words", "仍未答复，升级督办。");
        director.page.locator("main form button.main").click();
        director.page.waitForLoadState();
        assertThat(director.page.locator("#notices article").count()).isGreaterThanOrEqualTo(3);
        director.looks("escalated");
    }

    private void threeNoticesArePrinted(Clerk officer) throws IOException {
        officer.opens(list);
        for (int n = 0; n < 3; n++) {
            officer.page.locator("td.pick input").nth(n).check();
        }
        officer.page.locator("select[name=paper]").selectOption("NOTICE");
        Path file = officer.page.waitForDownload(() -> officer.presses("打印文书")).path();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText().split("督查通知单", -1)).as("one heading for each").hasSize(4);
        }
    }

    private void theLedgerGoesOutIsEditedAndComesBack(Clerk officer) throws IOException {
        officer.opens(list).presses("导出 Excel");
        officer.page.locator("#job a.button").first().waitFor();
        Path file = officer.page
                .waitForDownload(() -> officer.page.locator("#job a.button").first().click())
                .path();
        byte[] edited = edited(file);
        officer.opens("/ledger/import");
        officer.page
                .locator("#file")
                .setInputFiles(new FilePayload(
                        "台账.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        edited));
        officer.page.locator("main form button.main").first().click();
        officer.page.waitForLoadState();
        officer.looks("brought-back");
        assertThat(officer.reads()).contains("核对改动").contains(LABEL).contains("转入二季度");
        assertThat(officer.page.locator("ul.says li").count()).as("one cell was changed").isEqualTo(1);
        officer.page.locator("button[value=apply]").click();
        officer.page.getByText("已修改 1 项").waitFor();
        officer.opens("/ledger?label=" + encoded("转入二季度"));
        assertThat(officer.page.locator("td.what").count()).isEqualTo(1);
    }

    /** As somebody edits it: the label of one row, and the rows turned round. */
    private static byte[] edited(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            int label = -1;
            for (Cell cell : sheet.getRow(0)) {
                if (cell.getStringCellValue().equals("分类标签")) {
                    label = cell.getColumnIndex();
                }
            }
            assertThat(sheet.getLastRowNum()).isEqualTo(UNITS);
            sheet.getRow(7).getCell(label).setCellValue("转入二季度");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private void aBulletinIsFrozenAndCorrected(Clerk officer, Clerk director) {
        officer.opens("/ledger/figures/bulletins/new");
        officer.types("title", "三月督查通报" + LABEL).looks("bulletin-form");
        officer.presses("存为草稿");
        String first = officer.page.url();
        assertThat(officer.reads()).contains("三月督查通报" + LABEL);
        director.page.navigate(first);
        director.presses("签发并固定数字").looks("bulletin");
        assertThat(director.reads()).contains("校验值相符");
        String seal = director.page.locator("#seal code").innerText();
        String figures = director.page.locator("table.figures").first().innerText();

        clock.set("2026-04-03T10:00:00+08:00");
        officer.page.navigate(first);
        officer.types("reason", "表述有误，数字一并按今日核对").presses("出更正版");
        officer.types("title", "三月督查通报（更正）" + LABEL).presses("存为草稿");
        director.page.navigate(officer.page.url());
        director.presses("签发并固定数字").looks("bulletin-corrected");
        assertThat(director.page.url()).isNotEqualTo(first);
        assertThat(director.reads()).contains("更正第1版").contains("表述有误");
        officer.page.navigate(first);
        assertThat(officer.page.locator("#seal code").innerText()).isEqualTo(seal);
        assertThat(officer.page.locator("table.figures").first().innerText()).isEqualTo(figures);
        assertThat(officer.reads()).contains("这一版已被更正");
    }

    private void theLedgerAsItStoodOnTheFirst(Clerk officer) {
        officer.opens(list + "&at=2026-03-02");
        assertThat(officer.reads()).contains("截至3月2日").contains("第01号虚构乡");
        assertThat(officer.reads()).as("late only in signing, by then").contains("签收逾期").doesNotContain("逾期11天");
        assertThat(officer.page.locator("td.pick").count()).isZero();
        officer.page.locator("td.what a").first().click();
        officer.looks("as-of");
        assertThat(officer.reads()).contains("只供查看").doesNotContain("升级督办");
        officer.opens(list + "&at=2026-03-01");
        assertThat(officer.page.locator("td.what").count()).isZero();
    }
}
