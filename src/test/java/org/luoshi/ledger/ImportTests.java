package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.ImportDryRun;
import org.luoshi.ledger.core.ImportError;
import org.luoshi.ledger.core.ImportFiling;
import org.luoshi.ledger.core.ImportLedgerService;
import org.luoshi.ledger.core.ImportLimit;
import org.luoshi.ledger.core.ImportMeaning;
import org.luoshi.ledger.core.ImportProposal;
import org.luoshi.ledger.core.ImportRow;
import org.luoshi.ledger.core.ImportTarget;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.Part;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.WrittenName;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bringing in ledgers that were kept in Excel, good ones and bad ones. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class ImportTests {

    private static final Path REAL_TABLE = Path.of("../shared/data/tasks/docs/D09a.layout-table.xlsx");
    private static final Path REAL_ANSWERS = Path.of("../shared/data/tasks/gold/D09a.json");
    private static final List<String> HEADINGS = List.of("序号", "事项名称", "牵头单位", "配合单位", "办理时限", "进展情况");

    private static @Nullable InventedOffice shared;
    private static int files;

    private InventedOffice office;
    private Actor officer;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private HistoryApi history;

    @Autowired
    private JobsApi jobs;

    @Autowired
    private ImportLedgerService imports;

    @Autowired
    private ImportFiling filing;

    @Autowired
    private ItemQueries items;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void anOffice() {
        clock.set(TestClock.START);
        if (shared == null) {
            shared = InventedOffice.in(organization, access);
            for (String name : List.of("市审批服务局", "市公安局", "市卫健委", "市教育局", "市税务局", "市市场监督管理局")) {
                organization.addUnit(
                        new NewUnit(null, null, name, name, List.of(), UnitKind.UNIT, null, InventedOffice.SINCE),
                        Actor.system());
            }
        }
        office = shared;
        officer = office.officer();
    }

    @Test
    void aRealTableComesInThroughThePages() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(REAL_TABLE), "the real table is not here");
        UUID id = uploadedByPage("D09a.xlsx", Files.readAllBytes(REAL_TABLE));
        ImportProposal proposal = imports.open(id, officer);
        assertThat(proposal.choices().headingRow()).isEqualTo(2);
        assertThat(proposal.choices().title()).isEqualTo("包头市数字政府建设考评指标（任务清单）");
        assertThat(proposal.choices().meanings())
                .containsExactly(
                        ImportMeaning.NUMBER,
                        ImportMeaning.SECTION,
                        ImportMeaning.SECTION,
                        ImportMeaning.TASK,
                        ImportMeaning.LIMIT,
                        ImportMeaning.LEAD);
        assertThat(mvc.get()
                        .uri("/ledger/import/{id}", id)
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("牵头考核单位", "5月底取得明显成效并持续推进");

        MvcTestResult mapped = mvc.post()
                .uri("/ledger/import/{id}", id)
                .param("version", "1")
                .param("title", proposal.choices().title())
                .param("reference", "2022-04-14")
                .param("target", "UNDER_WAY")
                .param("column-0", "NUMBER")
                .param("column-1", "SECTION")
                .param("column-2", "SECTION")
                .param("column-3", "TASK")
                .param("column-4", "LIMIT")
                .param("column-5", "LEAD")
                .param("action", "check")
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(mapped).hasStatus(302).hasRedirectedUrl("/ledger/import/" + id + "/dry-run");

        ImportDryRun plan = imports.dryRun(id, officer);
        assertThat(plan.items()).hasSize(38);
        Map<String, String> decisions = new HashMap<>();
        plan.names().stream()
                .filter(name -> !name.isDecided())
                .forEach(name -> decisions.put(
                        name.written(),
                        name.written().equals("市市场监管局")
                                ? name.candidates().get(0).value()
                                : "new"));
        assertThat(decisions).as("a near name is for a person to decide").containsKey("市市场监管局");
        var page = mvc.post()
                .uri("/ledger/import/{id}/dry-run", id)
                .param("version", Integer.toString(plan.version()))
                .param("action", "file")
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer));
        decisions.forEach((name, decision) -> page.param("written", name).param("decision", decision));
        MvcTestResult started = page.exchange();
        assertThat(started).hasStatus(302);
        String job = String.valueOf(started.getResponse().getRedirectedUrl());
        ended(UUID.fromString(job.substring("/jobs/".length())), Job.State.DONE);

        compareWithTheAnswers();
        history.seal();
        assertThat(history.verify().isIntact()).isTrue();

        UUID again = imports.upload("again.xlsx", Files.readAllBytes(REAL_TABLE), officer);
        assertThat(mvc.get()
                        .uri("/ledger/import/{id}", again)
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(officer)))
                .bodyText()
                .contains("周慎行", "38");
        imports.map(
                again,
                1,
                "再导",
                LocalDate.of(2022, 4, 14),
                ImportTarget.UNDER_WAY,
                imports.open(again, officer).choices().meanings(),
                officer);
        imports.answer(again, 2, decisions, Map.of(), java.util.Set.of(), false, officer);
        assertRefused(() -> filing.start(again, 3, officer), ImportError.FILED_BEFORE);
        assertThat(imports.dryRun(again, officer).items())
                .allSatisfy(row -> assertThat(keys(row)).contains("already-in-ledger"));
    }

    private void compareWithTheAnswers() throws IOException {
        JsonNode gold = json.readTree(Files.readString(REAL_ANSWERS)).get("items");
        List<UUID> ids = jdbc.sql("""
                select i.id from ledger.item i join ledger.source s on s.id = i.source_id
                where s.kind = 'IMPORT' and s.title like '包头市%' order by i.sequence
                """).query(UUID.class).list();
        assertThat(ids).hasSize(38);
        for (int i = 0; i < 38; i++) {
            JsonNode wanted = gold.get(i);
            ItemDetail item = items.detail(ids.get(i), Locale.SIMPLIFIED_CHINESE, officer);
            assertThat(item.points()).hasSize(1);
            String task = wanted.get("task").asString();
            assertThat(plain(item.points().get(0).text())).isEqualTo(plain(task));
            assertThat(plain(task)).startsWith(plain(item.item().title().replace("…", "")));
            JsonNode deadline = wanted.get("deadline_iso");
            String due = item.item().due() == null
                    ? null
                    : LocalDate.ofInstant(item.item().due(), java.time.ZoneId.of("Asia/Shanghai"))
                            .toString();
            assertThat(due).as(task).isEqualTo(deadline.isNull() ? null : deadline.asString());
            List<String> leads = new ArrayList<>();
            wanted.get("lead").forEach(lead -> leads.add(lead.asString()));
            assertThat(item.units()).as(task).hasSize(leads.size());
            assertThat(item.units().get(0).part()).isEqualTo(Part.LEAD);
            String expected = leads.get(0).equals("市市场监管局") ? "市市场监督管理局" : leads.get(0);
            assertThat(item.units().get(0).unit()).isEqualTo(expected);
            if (leads.size() > 1) {
                String second = leads.get(1).equals("审批服务局") ? "市审批服务局" : leads.get(1);
                assertThat(item.units().get(1).unit()).isEqualTo(second);
            }
            assertThat(item.item().state()).isEqualTo(ItemState.IN_PROGRESS);
            assertThat(item.units()).allMatch(unit -> unit.state() == AssignmentState.SIGNED);
            if (due != null) {
                assertThat(item.units().get(0).light().colour()).isEqualTo(LightColour.RED);
            }
        }
        Integer open = jdbc.sql("""
                select count(*) from ledger.clause c join ledger.source s on s.id = c.source_id
                where s.kind = 'IMPORT' and c.cover = 'OPEN'
                """).query(Integer.class).single();
        assertThat(open).isZero();
    }

    @Test
    void progressBecomesTheFirstReportOnBehalf() throws IOException {
        UUID id = upload(workbook(HEADINGS, List.of("1", "修订应急预案甲", "发展规划局", "财务保障局", "2026-06-30", "初稿已成。")));
        run(id);
        ItemDetail item = only("修订应急预案甲");
        assertThat(item.units()).extracting(ItemDetail.UnitPart::unit).containsExactly("发展规划局", "财务保障局");
        assertThat(jdbc.sql("""
                select f.body || '|' || f.kind || '|' || f.on_behalf || '|' || t.state from ledger.feedback f
                join ledger.feedback_target t on t.feedback_id = f.id where t.item_id = :id
                """)
                        .param("id", item.item().id())
                        .query(String.class)
                        .list())
                .containsExactly("初稿已成。|FIRST|true|ACCEPTED");
    }

    @Test
    void newMattersAreNumberedAndSentOut() throws IOException {
        UUID id = upload(workbook(HEADINGS, List.of("1", "编制年度计划乙", "发展规划局", "", "12月底前", "")));
        target(id, ImportTarget.ISSUED);
        run(id);
        ItemDetail item = only("编制年度计划乙");
        assertThat(item.item().state()).isEqualTo(ItemState.ISSUED);
        assertThat(item.units().get(0).state()).isEqualTo(AssignmentState.TO_SIGN);
    }

    @Test
    void draftsWaitForTheirNumbers() throws IOException {
        UUID id = upload(workbook(HEADINGS, List.of("1", "起草管理办法丙", "", "", "每月10日前", "")));
        target(id, ImportTarget.DRAFTS);
        run(id);
        ItemDetail item = only("起草管理办法丙");
        assertThat(item.item().state()).isEqualTo(ItemState.DRAFT);
        assertThat(item.item().number()).isNull();
    }

    @Test
    void whatIsMarkedFinishedComesInAsUnderWay() throws IOException {
        UUID id =
                upload(workbook(List.of("事项名称", "责任单位", "时限要求", "是否办结"), List.of("清理积案丁", "道路养护局", "2026.5.1", "已办结")));
        ImportRow row = imports.dryRun(id, officer).items().get(0);
        assertThat(keys(row)).contains("finished");
        assertThat(row.target()).isEqualTo(ImportTarget.UNDER_WAY);
    }

    @Test
    void titleRowsBlankRowsAndMergedHeadingsAreFound() throws IOException {
        byte[] file = workbook(book -> {
            XSSFSheet sheet = book.createSheet("台账");
            fill(sheet, 0, List.of("2025年重点工作督办台账"));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            fill(sheet, 2, List.of("序号", "督办事项", "责任单位", "", "完成时限"));
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 3));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
            fill(sheet, 3, List.of("", "", "牵头单位", "配合单位", ""));
            fill(sheet, 4, List.of("一、经济工作"));
            sheet.addMergedRegion(new CellRangeAddress(4, 4, 0, 4));
            fill(sheet, 5, List.of("1", "压实稳增长责任", "发展规划局", "财务保障局、各有关部门", "3月底前"));
            fill(sheet, 7, List.of("2", "养护县乡道路", "道路养护局等", "", "长期坚持"));
        });
        UUID id = upload(file);
        ImportProposal proposal = imports.open(id, officer);
        assertThat(proposal.choices().headingRow()).isEqualTo(3);
        assertThat(proposal.choices().reference()).isEqualTo("2025-01-01");
        assertThat(proposal.choices().meanings())
                .containsExactly(
                        ImportMeaning.NUMBER,
                        ImportMeaning.TITLE,
                        ImportMeaning.LEAD,
                        ImportMeaning.CO,
                        ImportMeaning.LIMIT);
        ImportDryRun plan = imports.dryRun(id, officer);
        assertThat(plan.rows()).extracting(ImportRow::kind).contains(ImportRow.Kind.GROUP);
        assertThat(plan.items()).extracting(ImportRow::title).containsExactly("压实稳增长责任", "养护县乡道路");
        assertThat(plan.items().get(0).section()).isEqualTo("一、经济工作");
        assertThat(plan.items().get(0).due()).isEqualTo("2025-03-31");
        assertThat(keys(plan.items().get(0))).contains("collective", "past-under-way");
        assertThat(keys(plan.items().get(1))).contains("and-others", "long-term");
    }

    @Test
    void traditionalHeadingsAreKnown() throws IOException {
        UUID id =
                upload(workbook(List.of("編號", "工作任務", "牽頭單位", "協辦單位", "完成時限"), List.of("1", "甲", "发展规划局", "", "年底前")));
        assertThat(imports.open(id, officer).choices().meanings())
                .containsExactly(
                        ImportMeaning.NUMBER,
                        ImportMeaning.TASK,
                        ImportMeaning.LEAD,
                        ImportMeaning.CO,
                        ImportMeaning.LIMIT);
    }

    @Test
    void ofTwoLeadHeadingsTheSurerLeads() throws IOException {
        UUID id = upload(workbook(List.of("事项", "责任单位", "牵头单位", "责任人"), List.of("甲", "财务保障局", "发展规划局", "某某")));
        assertThat(imports.open(id, officer).choices().meanings())
                .containsExactly(ImportMeaning.TITLE, ImportMeaning.CO, ImportMeaning.LEAD, ImportMeaning.LEADER);
    }

    @Test
    void excelDatesAndSerialsAreDays() throws IOException {
        byte[] file = workbook(book -> {
            XSSFSheet sheet = book.createSheet("台账");
            fill(sheet, 0, List.of("事项名称", "牵头单位", "办理时限"));
            fill(sheet, 1, List.of("甲事", "发展规划局"));
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            var date = sheet.getRow(1).createCell(2);
            date.setCellValue(LocalDate.of(2026, 9, 30));
            date.setCellStyle(style);
            fill(sheet, 2, List.of("乙事", "发展规划局"));
            sheet.getRow(2).createCell(2).setCellValue(46295);
        });
        List<ImportRow> rows = imports.dryRun(upload(file), officer).items();
        assertThat(rows)
                .extracting(ImportRow::due)
                .containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 30));
        assertThat(rows.get(1).limit().how()).isEqualTo(ImportLimit.How.SERIAL);
    }

    @Test
    void headingsThatNobodyKnowsAreForTheOfficer() throws IOException {
        UUID id = upload(workbook(List.of("甲列", "乙列", "丙列"), List.of("修路", "道路养护局", "年底前")));
        assertThat(imports.open(id, officer).choices().headingRow()).isZero();
        assertThat(mvc.get()
                        .uri("/ledger/import/{id}", id)
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(officer)))
                .bodyText()
                .contains("没有认出表头");
        MvcTestResult refused = mvc.post()
                .uri("/ledger/import/{id}", id)
                .param("version", "1")
                .param("title", "我打的名字")
                .param("reference", "2026-01-01")
                .param("action", "check")
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("还没有指定哪一栏是事项名称", "我打的名字");

        imports.readAnew(id, 1, "Sheet0", 1, officer);
        imports.map(
                id,
                2,
                "修路台账",
                LocalDate.of(2026, 1, 1),
                ImportTarget.UNDER_WAY,
                List.of(ImportMeaning.TITLE, ImportMeaning.LEAD, ImportMeaning.LIMIT),
                officer);
        assertThat(imports.dryRun(id, officer).items()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("修路");
            assertThat(row.hasErrors()).isFalse();
        });
        assertRefused(() -> imports.readAnew(id, 3, "Sheet0", 99, officer), ImportError.HEADING_ROW_OUTSIDE);
    }

    @Test
    void rowsWithErrorsBlockUntilTheyAreMendedOrLeftOut() throws IOException {
        UUID id = upload(workbook(
                HEADINGS,
                List.of("1", "", "发展规划局", "", "年底前", ""),
                List.of("2", "没有单位的事", "", "", "年底前", ""),
                List.of("3", "读不懂时限的事", "发展规划局", "", "尽快", ""),
                List.of("4", "单位不认识的事", "发展规化局", "", "年底前", "")));
        ImportDryRun plan = imports.dryRun(id, officer);
        assertThat(plan.errors()).isEqualTo(4);
        assertThat(plan.rows())
                .extracting(row -> keys(row).get(0))
                .containsExactly("no-title", "no-lead", "limit-not-read", "unknown-unit");
        WrittenName unknown = plan.names().stream()
                .filter(name -> name.written().equals("发展规化局"))
                .findFirst()
                .orElseThrow();
        assertThat(unknown.candidates().get(0).name()).isEqualTo("云泽省发展规划局");
        assertRefused(() -> filing.start(id, plan.version(), officer), ImportError.ROWS_WITH_ERRORS);

        assertThat(mvc.get()
                        .uri("/ledger/import/{id}/dry-run", id)
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "原文写法",
                        "<input type=\"hidden\" name=\"written\" value=\"发展规化局\">",
                        "aria-label=\"发展规化局认作\" aria-invalid=\"true\"",
                        "<option value=\"\">请选择</option>",
                        unknown.candidates().get(0).value(),
                        "<option value=\"new\">新增为外单位</option>",
                        "<option value=\"leave\">不要这个名称</option>");

        MvcTestResult saved = mvc.post()
                .uri("/ledger/import/{id}/dry-run", id)
                .param("version", Integer.toString(plan.version()))
                .param("written", "发展规化局")
                .param("decision", unknown.candidates().get(0).value())
                .param("leave", "2", "3")
                .param("due-4", "2026年10月1日")
                .param("action", "save")
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(saved).hasStatus(302);
        ImportDryRun mended = imports.dryRun(id, officer);
        assertThat(mended.errors()).isZero();
        assertThat(mended.items())
                .extracting(ImportRow::due)
                .containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
        assertThat(mvc.post()
                        .uri("/ledger/import/{id}/dry-run", id)
                        .param("version", "1")
                        .param("action", "save")
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(officer)))
                .hasStatus(409);
    }

    @Test
    void limitsInThePastCannotBeSentOutAnew() throws IOException {
        UUID id = upload(workbook(HEADINGS, List.of("1", "过期的事", "发展规划局", "", "2026.1.6", "")));
        target(id, ImportTarget.ISSUED);
        assertThat(keys(imports.dryRun(id, officer).items().get(0))).contains("past-issued");
    }

    @Test
    void duplicatesAreTold() throws IOException {
        UUID id = upload(workbook(
                HEADINGS, List.of("1", "重复的事", "发展规划局", "", "年底前", ""), List.of("2", "重复的事", "发展规划局", "", "年底前", "")));
        assertThat(keys(imports.dryRun(id, officer).items().get(1))).contains("duplicate-row");
    }

    @Test
    void cancellingBeforeTheEndLeavesNothing() throws IOException {
        UUID id = upload(workbook(
                HEADINGS,
                List.of("1", "半途之一", "从未登记的单位", "", "年底前", "进展"),
                List.of("2", "半途之二", "发展规划局", "", "年底前", "")));
        List<String> before = everything();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> filing.file(id, imports.dryRun(id, officer).version(), officer, stoppedAfter(1)));
        assertThat(everything()).isEqualTo(before);
        run(id);
        assertThat(only("半途之一").units().get(0).unit()).isEqualTo("从未登记的单位");
    }

    /** The moment at which a connection breaks, a process dies or somebody cancels. */
    private static JobsApi.Progress stoppedAfter(int rows) {
        return new JobsApi.Progress() {

            private long done;

            @Override
            public void at(long at, long total) {
                done = at;
            }

            @Override
            public void checkCancelled() {
                if (done >= rows) {
                    throw new IllegalStateException("stopped");
                }
            }
        };
    }

    /** What a half-done import could leave behind. */
    private List<String> everything() {
        return List.of(
                        "ledger.item",
                        "ledger.source",
                        "ledger.clause",
                        "ledger.feedback",
                        "organization.unit",
                        "files.file",
                        "obligations.obligation",
                        "history.line")
                .stream()
                .map(table -> table + " "
                        + jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                .toList();
    }

    @Test
    void onlyHeadingsAreNotEnough() throws IOException {
        refusedByPage(workbook(HEADINGS), "台账.xlsx", "下面没有内容");
    }

    @Test
    void tooManyRowsAreRefusedBeforeTheyAreRead() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (var book = new org.apache.poi.xssf.streaming.SXSSFWorkbook(100)) {
            var sheet = book.createSheet();
            for (int r = 0; r < 200_000; r++) {
                var row = sheet.createRow(r);
                row.createCell(0).setCellValue(r == 0 ? "事项名称" : "事" + r);
                row.createCell(1).setCellValue(r == 0 ? "牵头单位" : "局");
            }
            book.write(file);
        }
        refusedByPage(file.toByteArray(), "很长.xlsx", "5000 行");
    }

    @Test
    void lockedFilesAndBombsAreRefused() throws Exception {
        refusedByPage(locked(workbook(HEADINGS, List.of("1", "甲", "发展规划局", "", "", ""))), "台账.xlsx", null);
        refusedByPage(bomb(), "台账.xlsx", null);
    }

    private static byte[] locked(byte[] workbook) throws Exception {
        try (var file = new org.apache.poi.poifs.filesystem.POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var encryptor = new org.apache.poi.poifs.crypt.EncryptionInfo(
                            org.apache.poi.poifs.crypt.EncryptionMode.agile)
                    .getEncryptor();
            encryptor.confirmPassword("a word");
            try (var inside = encryptor.getDataStream(file)) {
                inside.write(workbook);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** A workbook whose only sheet unpacks to 600 MB of blanks. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var from = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook(HEADINGS)));
                var into = new java.util.zip.ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                into.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                byte[] content = from.readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    String sheet = new String(content, java.nio.charset.StandardCharsets.UTF_8);
                    int at = sheet.indexOf("<sheetData>");
                    into.write(sheet.substring(0, at).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    byte[] blanks = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    for (int i = 0; i < 600; i++) {
                        into.write(blanks);
                    }
                    into.write(sheet.substring(at).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                } else {
                    into.write(content);
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void otherFilesUnderTheNameOfExcelAreRefused() throws IOException {
        refusedByPage("%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(), "台账.xlsx", null);
        refusedByPage(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0}, "台账.xlsx", null);
        refusedByPage(new byte[0], "台账.xlsx", null);
    }

    @Test
    void markedContentIsRefusedBeforeAnythingIsKept() throws IOException {
        long before =
                jdbc.sql("select count(*) from ledger.import").query(Long.class).single();
        refusedByPage(workbook(HEADINGS, List.of("1", "机密★10年", "发展规划局", "", "", "")), "台账.xlsx", null);
        assertThat(jdbc.sql("select count(*) from ledger.import")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void nobodyElseSeesTheTable() throws IOException {
        UUID id = upload(workbook(HEADINGS, List.of("1", "甲", "发展规划局", "", "年底前", "")));
        assertThat(mvc.get().uri("/ledger/import/{id}", id).with(SignedIn.as(office.otherOfficer())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/ledger/import").with(SignedIn.as(office.planningLiaison())))
                .hasStatus(403);
    }

    @Test
    void programsImportToo() throws IOException {
        MvcTestResult sent = mvc.post()
                .uri("/api/v1/ledger/imports")
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile(
                        "file",
                        "接口.xlsx",
                        null,
                        workbook(HEADINGS, List.of("1", "接口来的事", "发展规划局、财务保障局", "", "第三季度", ""))))
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(sent).hasStatus(201);
        JsonNode proposal = json.readTree(sent.getResponse().getContentAsByteArray());
        String address = "/api/v1/ledger/imports/" + proposal.get("id").asString();
        MvcTestResult dry = mvc.post()
                .uri(address + "/dry-run")
                .contentType("application/json")
                .content("{\"reference\": \"2026-03-01\", \"target\": \"ISSUED\"}")
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(dry).hasStatusOk();
        JsonNode plan = json.readTree(dry.getResponse().getContentAsByteArray());
        assertThat(plan.get("fileable").asBoolean()).isTrue();
        assertThat(plan.get("rows").get(0).get("row").get("due").asString()).isEqualTo("2026-09-30");
        MvcTestResult filed = mvc.post()
                .uri(address + "/filing?version=" + plan.get("version").asInt())
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(filed).hasStatus(202);
        JsonNode job = json.readTree(filed.getResponse().getContentAsByteArray());
        ended(UUID.fromString(job.get("jobId").asString()), Job.State.DONE);
        assertThat(only("接口来的事").units()).hasSize(2);
    }

    private void refusedByPage(byte[] file, String name, @Nullable String words) {
        MvcTestResult refused = mvc.post()
                .uri("/ledger/import")
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile("file", name, null, file))
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(refused.getResponse().getStatus()).as(name).isIn(413, 422);
        if (words != null) {
            assertThat(refused).bodyText().contains(words);
        }
    }

    private UUID uploadedByPage(String name, byte[] file) {
        MvcTestResult taken = mvc.post()
                .uri("/ledger/import")
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile("file", name, null, file))
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(taken).hasStatus(302);
        Matcher id = Pattern.compile("/ledger/import/([0-9a-f-]{36})")
                .matcher(String.valueOf(taken.getResponse().getRedirectedUrl()));
        assertThat(id.matches()).isTrue();
        return UUID.fromString(id.group(1));
    }

    private UUID upload(byte[] file) {
        return imports.upload("台账" + ++files + ".xlsx", file, officer);
    }

    private void target(UUID id, ImportTarget target) {
        ImportProposal proposal = imports.open(id, officer);
        imports.map(
                id,
                proposal.version(),
                proposal.choices().title(),
                proposal.choices().reference(),
                target,
                proposal.choices().meanings(),
                officer);
    }

    private void run(UUID id) {
        UUID job = filing.start(id, imports.dryRun(id, officer).version(), officer);
        ended(job, Job.State.DONE);
    }

    private void ended(UUID job, Job.State state) {
        Awaitility.await().until(() -> jobs.find(job, officer).orElseThrow().state() != Job.State.RUNNING);
        Job done = jobs.find(job, officer).orElseThrow();
        assertThat(done.state()).as(String.valueOf(done.failure())).isEqualTo(state);
    }

    private ItemDetail only(String title) {
        UUID id = jdbc.sql("select id from ledger.item where title = :title")
                .param("title", title)
                .query(UUID.class)
                .single();
        return items.detail(id, Locale.SIMPLIFIED_CHINESE, officer);
    }

    private static List<String> keys(ImportRow row) {
        return row.messages().stream().map(message -> message.key()).toList();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{P}\\p{S}]+", "");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .extracting(BusinessException::error)
                .isEqualTo(error);
    }

    @SafeVarargs
    private static byte[] workbook(List<String> headings, List<String>... rows) throws IOException {
        return workbook(book -> {
            XSSFSheet sheet = book.createSheet("Sheet0");
            fill(sheet, 0, headings);
            for (int i = 0; i < rows.length; i++) {
                fill(sheet, i + 1, rows[i]);
            }
        });
    }

    private static byte[] workbook(java.util.function.Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(book);
            // No two files of the tests are the same, or the second would be told apart by its hash.
            book.getProperties().getCoreProperties().setTitle("file " + ++files);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(XSSFSheet sheet, int row, List<String> cells) {
        var line = sheet.createRow(row);
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                line.createCell(i).setCellValue(cells.get(i));
            }
        }
    }
}
