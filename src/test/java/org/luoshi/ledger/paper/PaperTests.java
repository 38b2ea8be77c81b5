package org.luoshi.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;

/** What the office prints of an item, and what a unit reads on it. */
@WholeHouse
class PaperTests {

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
    private SupervisionService supervision;

    @Autowired
    private FilesApi files;

    @Autowired
    private LedgerPapers papers;

    @Autowired
    private PaperValues values;

    @Autowired
    private ResultValues results;

    @Autowired
    private Pages pages;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private Desk desk;
    private Page page;

    @BeforeEach
    void anOfficeOnAMonday() {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        desk = new Desk(sources, drafting, steps, parts, feedback, review, queries, files);
        page = pages.in(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void theClockGoesBack() {
        clock.set(TestClock.START);
    }

    @Test
    void theShippedSheetsAreThoseThatAreDrawn() throws IOException {
        for (Map.Entry<LedgerPaper, byte[]> drawn : LedgerPaperTemplates.drawn().entrySet()) {
            Path shipped =
                    Path.of("src/main/resources/documents", drawn.getKey().template() + ".docx");
            assertThat(words(Files.readAllBytes(shipped))).isEqualTo(words(drawn.getValue()));
        }
    }

    @Test
    void theSupervisionNoticeSaysWhatIsAskedOfWhomByWhen() throws IOException {
        UUID id = desk.issued(office, "农村公路灾毁路段修复", LocalDate.of(2026, 3, 31));
        PaperFile file = papers.ofItem(id, LedgerPaper.NOTICE, page, office.officer());
        assertThat(file.name()).startsWith("督查通知单 督〔2026〕");
        assertThat(look("notice", file))
                .contains("农村公路灾毁路段修复", "云办〔2026〕12号", "三月底前修复灾毁路段12处", "建立雨季巡查制度")
                .contains("云泽省道路养护局", "牵头办理全部要求", "云泽省财务保障局", "保障灾毁修复资金", "2026年3月31日")
                .doesNotContain("{{", "[");
        assertThat(words(papers.ofItem(id, LedgerPaper.NOTICE, page, office.roadsLiaison())
                        .content()))
                .contains("督查通知单");
    }

    @Test
    void anUrgeAndAWrittenNoticeSayHowLateTheUnitIsAndWhatWentBefore() throws IOException {
        UUID id = desk.issued(office, "县乡客运站改造", LocalDate.of(2026, 3, 9));
        desk.signed(id, office);
        clock.set("2026-03-12T10:00:00+08:00");
        UUID part = desk.part(id, "道路养护局", office.officer()).id();
        UUID urge = supervision.issue(part, NoticeLevel.URGE, "请于本周五前报送改造进度。", office.officer());
        clock.set("2026-03-16T10:00:00+08:00");
        UUID blue = supervision.issue(part, NoticeLevel.BLUE, "改造工程停滞两周，请说明原因并提出赶工安排。", office.officer());
        assertThat(look("urge", papers.ofNotices(List.of(urge), page, office.officer())))
                .contains("催办单", "请于本周五前报送改造进度", "已超期 3 个工作日", "第 1 次催办");
        assertThat(look("written", papers.ofNotices(List.of(blue), page, office.officer())))
                .contains("督办单", "蓝色督查单", "已超期 5 个工作日", "2026年3月12日　催办", "改造工程停滞两周", "2026年3月23日");
        assertThat(papers.ofItem(id, LedgerPaper.WRITTEN, page, office.officer())
                        .name())
                .startsWith("督办单");
        assertThatThrownBy(() -> papers.ofNotices(List.of(urge, blue), page, office.officer()))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void theResultSheetAnswersTheLeaderPointByPoint() throws IOException {
        UUID id = desk.issued(office, "灾毁路段修复与雨季巡查", LocalDate.of(2026, 3, 31));
        assertThatThrownBy(() -> papers.ofItem(id, LedgerPaper.RESULT, page, office.officer()))
                .isInstanceOf(BusinessException.class);
        desk.signed(id, office);
        clock.set("2026-03-20T10:00:00+08:00");
        desk.answered(id, office);
        String sheet = look("result", papers.ofItem(id, LedgerPaper.RESULT, page, office.officer()));
        assertThat(sheet)
                .contains("三月底前修复灾毁路段12处", "3月20日现场验收", "印发《雨季巡查制度》", "修复资金320万元", "各项要求均已落实")
                .contains("领导批示", "2026年3月31日")
                .doesNotContain("{{", "时限调整");
        desk.step(id, ItemStep.CONFIRM_CLOSE, null, office.otherOfficer());
        desk.step(id, ItemStep.LEADER_AGREE, "很好，注意巡查常态化。", office.leader());
        assertThat(words(papers.ofItem(id, LedgerPaper.RESULT, page, office.secretary())
                        .content()))
                .contains("很好，注意巡查常态化。");
        assertThatThrownBy(() -> papers.ofItem(id, LedgerPaper.RESULT, page, office.roadsHead()))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void threeNoticesArePrintedInOnePressEachOnAPageOfItsOwn() throws IOException {
        List<UUID> ids = List.of(
                desk.issued(office, "第一件：校舍加固", null),
                desk.issued(office, "第二件：饮水安全", null),
                desk.issued(office, "第三件：粮库检修", null));
        PaperFile file = papers.ofItems(ids, LedgerPaper.NOTICE, page, office.officer());
        assertThat(look("three", file)).containsSubsequence("第一件", "第二件", "第三件");
        try (XWPFDocument joined = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            long sections = joined.getParagraphs().stream()
                    .filter(line ->
                            line.getCTP().isSetPPr() && line.getCTP().getPPr().isSetSectPr())
                    .count();
            assertThat(sections).isEqualTo(2);
        }
        assertThatThrownBy(() -> papers.ofItems(List.of(), LedgerPaper.NOTICE, page, office.officer()))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void anItemWithoutSuchASheetIsNamedAndNothingIsPrinted() {
        UUID id = desk.issued(office, "没有催办过的事项", null);
        for (LedgerPaper paper : List.of(LedgerPaper.URGE, LedgerPaper.WRITTEN, LedgerPaper.RESULT)) {
            assertThatThrownBy(() -> papers.ofItem(id, paper, page, office.officer()))
                    .isInstanceOfSatisfying(
                            BusinessException.class,
                            refusal -> assertThat(page.reason(refusal))
                                    .contains("督〔2026〕")
                                    .doesNotContain("{"));
        }
        List<UUID> tooMany = java.util.Collections.nCopies(LedgerPapers.MOST + 1, id);
        assertThatThrownBy(() -> papers.ofItems(tooMany, LedgerPaper.NOTICE, page, office.officer()))
                .isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> papers.ofItem(id, LedgerPaper.NOTICE, page, office.planningHead()))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void everySheetHasExactlyTheTagsThatItsListNames() {
        UUID id = desk.issued(office, "标记一览", LocalDate.of(2026, 3, 31));
        desk.signed(id, office);
        UUID part = desk.part(id, "道路养护局", office.officer()).id();
        supervision.issue(part, NoticeLevel.URGE, "请抓紧。", office.officer());
        supervision.issue(part, NoticeLevel.BLUE, "请说明。", office.officer());
        desk.answered(id, office);
        ItemDetail detail = desk.detail(id, office.officer());
        assertThat(values.notice(page, detail))
                .containsOnlyKeys(PaperExample.of(page, LedgerPaper.NOTICE).keySet());
        assertThat(results.of(page, detail))
                .containsOnlyKeys(PaperExample.of(page, LedgerPaper.RESULT).keySet());
        for (ItemDetail.Notice notice : detail.notices()) {
            assertThat(values.notice(page, detail, notice))
                    .containsOnlyKeys(PaperExample.of(page, LedgerPaper.URGE).keySet());
        }
        for (LedgerPaper paper : LedgerPaper.values()) {
            assertThat(PaperTag.of(page, paper)).noneMatch(tag -> tag.meaning().contains("ledger.paper."));
        }
    }

    private static String look(String name, PaperFile file) throws IOException {
        Files.createDirectories(LOOK);
        Files.write(LOOK.resolve(name + ".docx"), file.content());
        return words(file.content());
    }

    private static String words(byte[] document) throws IOException {
        try (XWPFDocument open = new XWPFDocument(new ByteArrayInputStream(document));
                XWPFWordExtractor words = new XWPFWordExtractor(open)) {
            return words.getText();
        }
    }
}
