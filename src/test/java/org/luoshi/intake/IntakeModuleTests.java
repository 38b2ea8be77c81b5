package org.luoshi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.intake.core.IntakeError;
import org.luoshi.intake.core.IntakeFiling;
import org.luoshi.intake.core.IntakeItem;
import org.luoshi.intake.core.IntakeSentence;
import org.luoshi.intake.core.IntakeService;
import org.luoshi.intake.core.PaperDraft;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenName;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Papers between reading and filing, and the filing itself. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class IntakeModuleTests {

    private static final String PAPER = """
            云泽省关于加强道路养护的实施方案
            云政办发〔2026〕5号
            2026年3月2日
            一、重点任务
            1.开展路况排查。建立问题台账。（发展规划局牵头，财务保障局、各县（市、区）政府配合，9月底前完成）
            2.落实养护资金。（财务保障局负责，持续推进）
            3.推进智慧养护。（鹭江气象台负责）
            二、工作要求
            各县（市、区）政府要压实责任，每月5日前报送进展。务必做好宣传。
            """;

    @Autowired
    private IntakeService service;

    @Autowired
    private IntakeFiling filing;

    @Autowired
    private JobsApi jobs;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private SpreadsheetsApi spreadsheets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    private InventedOffice office;
    private Actor officer;

    @BeforeEach
    void anOffice() {
        clock.set("2026-03-02T09:00:00+08:00");
        office = InventedOffice.in(organization, access);
        officer = office.officer();
        jdbc.sql("delete from intake.paper").update();
    }

    @Test
    void aPaperIsProposedWithItsFactsAndUnits() {
        PaperDraft draft = draft(service.take(PAPER.replace("鹭江气象台", "白鹭水文局"), officer));
        assertThat(draft.title()).isEqualTo("云泽省关于加强道路养护的实施方案");
        assertThat(draft.number()).isEqualTo("云政办发〔2026〕5号");
        assertThat(draft.date()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(draft.kept()).extracting(IntakeItem::title).containsExactly("开展路况排查", "落实养护资金", "推进智慧养护");
        assertThat(draft.kept().get(0).due()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(draft.sentences()).hasSize(2);
        assertThat(named(draft, "发展规划局").certain()).isTrue();
        assertThat(named(draft, "各县（市、区）政府").isLeftOut()).isTrue();
        assertThat(named(draft, "白鹭水文局").isNew()).isTrue();
    }

    @Test
    void filingMakesSourceClausesAndDraftsInOneStep() {
        UUID id = service.take(PAPER, officer);
        service.mark(id, 1, 3, IntakeItem.Status.COVERED, "1", officer);
        service.markSentence(id, 2, 1, IntakeSentence.Status.NONE, "日常要求", officer);
        UUID source = file(id, 3, "文件");
        List<Map<String, Object>> clauses = jdbc.sql(
                        "select cover, text from ledger.clause where source_id = :id order by start_at")
                .param("id", source)
                .query()
                .listOfRows();
        assertThat(clauses).extracting(row -> row.get("cover")).containsExactly("ITEM", "ITEM", "ITEM", "NONE", "OPEN");
        assertThat(clauses.get(0).get("text")).isEqualTo("开展路况排查。建立问题台账。");
        List<Map<String, Object>> items =
                jdbc.sql("""
                select i.title, i.state, i.given_due, r.text from ledger.item i join ledger.requirement r on r.item_id = i.id
                where i.source_id = :id order by i.id
                """).param("id", source).query().listOfRows();
        assertThat(items).extracting(row -> row.get("state")).containsExactly("DRAFT", "DRAFT");
        assertThat(String.valueOf(items.get(0).get("given_due"))).isEqualTo("2026-09-30");
        assertThat(String.valueOf(items.get(0).get("text"))).contains("建立问题台账。", "另涉及：各县（市、区）政府");
        assertThat(String.valueOf(items.get(1).get("text"))).contains("时限：持续推进");
        assertThat(service.paper(id, officer).sourceId()).isEqualTo(source);
        refused(IntakeError.ALREADY_FILED, () -> service.join(id, 4, 1, officer));
    }

    @Test
    void theSameTextFiledTwiceIsNoticedUntilItIsWanted() {
        String text = PAPER + "再版\n";
        file(service.take(text, officer), 1, "文件");
        UUID again = service.take(text, officer);
        assertThat(service.filedBefore(service.paper(again, officer))).isPresent();
        refused(IntakeError.FILED_BEFORE, () -> filing.start(again, 1, facts("文件"), officer));
        filing.prepare(again, 1, facts("文件"), Map.of(), true, officer);
        assertThat(filing.start(again, 2, facts("文件"), officer)).startsWith("/ledger/sources/");
    }

    @Test
    void nothingIsFiledWhileANameIsUndecidedOrACoverIsUnknown() {
        UUID near = service.take("方案\n一、修缮道路。（云泽发展规划署负责）", officer);
        assertThat(named(draft(near), "云泽发展规划署").isDecided()).isFalse();
        refused(IntakeError.NAMES_UNDECIDED, () -> filing.start(near, 1, facts("文件"), officer));
        UUID id = service.take(PAPER, officer);
        service.mark(id, 1, 3, IntakeItem.Status.COVERED, "督〔1999〕1号", officer);
        int before = count("ledger.source");
        refused(IntakeError.UNKNOWN_COVER, () -> filing.start(id, 2, facts("文件"), officer));
        assertThat(count("ledger.source")).isEqualTo(before);
        assertThat(service.paper(id, officer).filed()).isFalse();
    }

    @Test
    void twoWhoChangeAtOnceDoNotOverwriteEachOther() {
        UUID id = service.take(PAPER, officer);
        service.join(id, 1, 1, officer);
        refused(IntakeError.CHANGED_MEANWHILE, () -> service.join(id, 1, 1, officer));
        assertThat(draft(id).kept()).hasSize(2);
        assertThat(draft(id).kept().get(0).task()).contains("开展路况排查", "落实养护资金");
    }

    @Test
    void aPassageAndASentenceBecomeItems() {
        UUID id = service.take(PAPER, officer);
        service.takeSentence(id, 1, 2, officer);
        assertThat(draft(id).kept()).extracting(IntakeItem::task).contains("务必做好宣传。");
        int start = PAPER.indexOf("二、工作要求");
        service.addItem(id, 2, start, start + 6, officer);
        assertThat(draft(id).kept()).extracting(IntakeItem::task).contains("二、工作要求");
        refused(IntakeError.NOT_A_PLACE, () -> service.addItem(id, 3, start, start + 6, officer));
        refused(IntakeError.NOT_A_PLACE, () -> service.addItem(id, 3, 5, 100_000, officer));
        refused(IntakeError.NOT_A_PLACE, () -> service.split(id, 3, 1, 0, officer));
        refused(IntakeError.REASON_MISSING, () -> service.mark(id, 3, 1, IntakeItem.Status.NONE, " ", officer));
    }

    @Test
    void onlyAnOfficerTakesInAndOnlyTheOwnerSees() {
        UUID id = service.take(PAPER, officer);
        refused(IntakeError.UNKNOWN, () -> service.paper(id, office.otherOfficer()));
        refused(IntakeError.NOT_YOURS, () -> service.take(PAPER, office.planningLiaison()));
    }

    @Test
    void aMarkedPaperLeavesNothingBehind() {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> service.take("某件.txt", bytes("绝密★30年\n关于某事的通知\n一、做好工作。（某局负责）"), officer))
                .satisfies(refusal -> assertThat(refusal.error().code()).isEqualTo("files.marked"));
        assertThat(count("intake.paper")).isZero();
    }

    @Test
    void aWebPageIsReadAsTextAndItsTextIsKept() {
        String page = "<html><head><script>alert('x')</script></head><body><div id='UCAP-CONTENT'><p>关于养护的方案</p>"
                + "<p>一、开展路况排查，建立台账，逐项销号。（发展规划局负责）</p></div></body></html>";
        UUID id = service.take("网页.html", bytes(page), officer);
        assertThat(service.paper(id, officer).body()).contains("开展路况排查").doesNotContain("alert");
        UUID source = file(id, 1, "文件");
        String file = jdbc.sql(
                        "select f.name from ledger.source_file s join files.file f on f.id = s.file_id where s.source_id = :id")
                .param("id", source)
                .query(String.class)
                .single();
        assertThat(file).isEqualTo("网页.txt");
    }

    @Test
    void aLongTableIsFiledInTheBackground() {
        List<List<String>> rows = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> List.of(String.valueOf(i), "完成第" + i + "段道路养护并建立台账", "发展规划局", "2026年12月底前"))
                .toList();
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        spreadsheets.write(workbook, "清单", List.of("序号", "工作任务", "责任单位", "完成时限"), rows.stream());
        UUID id = service.take("清单.xlsx", workbook.toByteArray(), officer);
        assertThat(draft(id).kept()).hasSize(120);
        String work = filing.start(id, 1, facts("长清单"), officer);
        assertThat(work).startsWith("/jobs/");
        Job job = finished(UUID.fromString(work.substring(6)));
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(service.paper(id, officer).filed()).isTrue();
    }

    @Test
    void aTableOfFiveThousandRowsIsProposedWhole() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i < 5_000; i++) {
            rows.add(List.of(String.valueOf(i), "完成第" + i + "段道路养护", "发展规划局", "2026年12月底前"));
        }
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        spreadsheets.write(workbook, "清单", List.of("序号", "工作任务", "责任单位", "完成时限"), rows.stream());
        assertThat(draft(service.take("大清单.xlsx", workbook.toByteArray(), officer))
                        .kept())
                .hasSize(4_999);
    }

    @Test
    void aProgramGetsTheSameAnswerForAFileAndForText() {
        assertThat(mvc.post()
                        .uri("/api/v1/intake")
                        .multipart()
                        .file(new MockMultipartFile("file", "方案.txt", "text/plain", bytes(PAPER)))
                        .with(SignedIn.as(officer)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].lead[0]")
                .isEqualTo("发展规划局");
        assertThat(mvc.post()
                        .uri("/api/v1/intake")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"方案\\n一、修缮道路。（发展规划局负责，9月底前完成）\", \"date\": \"2026-03-02\"}")
                        .with(SignedIn.as(officer)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].deadline")
                .isEqualTo("2026-09-30");
        assertThat(count("intake.paper")).isZero();
        assertThat(mvc.post()
                        .uri("/api/v1/intake")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \" \"}")
                        .with(SignedIn.as(officer)))
                .hasStatus(400);
        assertThat(mvc.post()
                        .uri("/api/v1/intake")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\": \"方案\"}")
                        .with(SignedIn.as(office.planningLiaison())))
                .hasStatus(403);
    }

    private UUID file(UUID id, int version, String title) {
        String address = filing.start(id, version, facts(title), officer);
        assertThat(address).startsWith("/ledger/sources/");
        return UUID.fromString(address.substring("/ledger/sources/".length()));
    }

    private static IntakeFiling.Facts facts(String title) {
        return new IntakeFiling.Facts("PAPER", title, null, null, null);
    }

    private PaperDraft draft(UUID id) {
        return service.paper(id, officer).draft();
    }

    private WrittenName named(PaperDraft draft, String name) {
        return Objects.requireNonNull(service.names(draft).get(name));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private Job finished(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.find(id, officer).orElseThrow(), job -> job.state() != Job.State.RUNNING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(IntakeError error, ThrowingCallable action) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(action)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
