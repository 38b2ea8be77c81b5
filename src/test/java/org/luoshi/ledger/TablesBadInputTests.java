package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.tables.TableColumn;
import org.luoshi.ledger.tables.TableReturnPlan;
import org.luoshi.ledger.tables.TableReturnRow;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists that come back as people, programs and accidents leave them. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class TablesBadInputTests extends TablesFixture {

    @Autowired
    private SpreadsheetsApi spreadsheets;

    @Autowired
    private JobsApi jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper mapper;

    @Test
    void aDoubledIdRefusesBothRowsAndNamesThem() {
        two();
        TableInHand table = export();
        table.copyRow(0).write(2, "标签", batch + "另");
        TableReturnPlan plan = upload(table.save());
        assertThat(plan.rows()).extracting(TableReturnRow::row).containsExactly(2, 4);
        assertThat(refusals(plan)).containsExactly("ledger.tables.id-twice", "ledger.tables.id-twice");
        assertThat(plan.rows().get(0).title()).isEqualTo(table.cell(0, "事项名称"));
        assertThat(String.valueOf(plan.rows().get(0).refusal())).contains("rows=4");
        returns.leaveUndecided(plan.id(), plan.version(), officer);
        assertThat(returns.plan(plan.id(), officer).isReady()).isFalse();
    }

    @Test
    void anIdThatIsUnknownOrMangledIsRefused() {
        two();
        TableInHand table = export();
        table.write(0, TableInHand.ID, UUID.randomUUID().toString()).write(0, "标签", batch + "甲");
        table.write(1, TableInHand.ID, "第2号").write(1, "标签", batch + "乙");
        assertThat(refusals(upload(table.save())))
                .containsExactly("ledger.tables.id-unknown", "ledger.tables.id-not-one");
    }

    @ParameterizedTest
    @CsvSource({
        "时限, 3月6日, day-without-year",
        "时限, 3/6, day-without-year",
        "时限, 26-3-6, day-without-year",
        "时限, 2026-2-30, not-a-day",
        "时限, 月底前, not-a-day",
        "事项名称, '', not-empty",
        "督查员, '', not-empty",
        "反馈周期, '', not-empty",
        "反馈周期, 天天, not-a-cycle",
        "办理状态, 办结, only-to-read",
        "编号, 督〔2026〕999号, only-to-read",
        "牵头单位, 财务保障局, unit-twice",
        "配合事项, 财务保障局出钱, duty-without-unit",
        "配合事项, 道路养护局：修路, duty-without-unit",
        "督查员, 沈甲一, no-officer",
        "督查员, 没有这个人, unknown-name",
        "配合单位, 没有这个局, unknown-unit",
        "上级事项, 督〔1999〕1号, unknown-item"
    })
    void whatCannotBeIsRefusedAtItsCell(String head, String typed, String code) {
        two();
        TableInHand table = export();
        table.write(0, head, typed);
        TableReturnPlan plan = upload(table.save());
        assertThat(refusals(plan)).hasSize(1);
        assertThat(refusals(plan).get(0)).endsWith(code);
        assertThat(TableHeads.of(plan.rows().get(0).differences().get(0).column()))
                .isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({"今年3月16日, 2026-03-16", "２０２６年３月１６日, 2026-03-16", "46097, 2026-03-16", "2026.3.16 00:00:00, 2026-03-16"})
    void daysAreUnderstoodAsTheyAreTyped(String typed, String meant) {
        two();
        TableInHand table = export();
        table.write(0, "时限", typed);
        TableReturnPlan plan = upload(table.save());
        assertThat(refusals(plan)).isEmpty();
        carryOut(plan);
        assertThat(export().cell(0, "时限")).isEqualTo(meant);
    }

    @Test
    void theOtherCellsOfARowCanBeTakenWithoutTheRefusedOne() {
        two();
        TableInHand table = export();
        table.write(0, "办理状态", "办结").write(0, "标签", batch + "改").write(1, "标签", "");
        TableReturnPlan plan = upload(table.save());
        assertThat(plan.undecided()).isEqualTo(1);
        returns.decide(plan.id(), plan.version(), Map.of(2, "TAKE"), officer);
        TableReturnPlan decided = returns.plan(plan.id(), officer);
        assertThat(decided.changes()).isEqualTo(2);
        carryOut(decided);
        TableInHand now = export();
        assertThat(now.size()).as("the other one has no label any more").isEqualTo(1);
        assertThat(now.cell(0, "标签")).isEqualTo(batch + "改");
        assertThat(now.cell(0, "办理状态")).isEqualTo("拟办");
    }

    @Test
    void whatIsNoDraftAnyMoreKeepsItsTerms() {
        issued("已经交办");
        TableInHand table = export();
        table.write(0, "事项名称", "换个题目")
                .write(0, "配合单位", "")
                .write(0, "逐条要求", "随便")
                .write(0, "预计完成", "2026-5-1");
        assertThat(refusals(upload(table.save())))
                .containsExactly("ledger.tables.only-drafts", "ledger.tables.only-drafts", "ledger.tables.only-drafts");
    }

    @Test
    void withoutMarksOrVersionTheFileIsComparedWithTheLedger() {
        two();
        TableInHand table = export();
        table.removeColumn("校验（勿改）").write(0, "标签", batch + "无校验");
        TableReturnPlan plan = upload(table.save());
        assertThat(plan.rows()).hasSize(1);
        assertThat(plan.isReady()).isTrue();
        table.removeColumn("版本（勿改）");
        TableReturnPlan unsure = upload(table.save());
        assertThat(unsure.rows()).hasSize(1);
        assertThat(unsure.rows().get(0).conflict()).isTrue();
        assertThat(unsure.isReady()).isFalse();
    }

    @Test
    void formulasMergedCellsAndHiddenSheetsDoNoHarm() {
        two();
        TableInHand table = export();
        byte[] file = table.save((sheet, day) -> {
            var formula = sheet.getRow(1).createCell(table.heads().indexOf("标签"));
            formula.setCellFormula("CONCATENATE(\"" + batch + "\",\"算\")");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
            int note = table.heads().size() + 1;
            sheet.getRow(0).createCell(note).setCellValue("合并的备注");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, note, note + 1));
            sheet.getWorkbook().createSheet("藏起来的").createRow(0).createCell(0).setCellValue(TableInHand.ID);
            sheet.getWorkbook().setSheetHidden(1, true);
        });
        TableReturnPlan plan = upload(file);
        assertThat(refusals(plan)).isEmpty();
        assertThat(plan.rows()).hasSize(1);
        assertThat(plan.rows().get(0).differences().get(0).after()).isEqualTo(batch + "算");
        assertThat(plan.ignored()).containsOnly("合并的备注");
    }

    @Test
    void anotherProgramMaySaveItAndOldFormatsAreReadButNoText(@TempDir Path folder) throws Exception {
        Path program = Path.of(Objects.requireNonNullElse(System.getenv("LUOSHI_SOFFICE"), "/usr/bin/soffice"));
        Assumptions.assumeTrue(Files.isExecutable(program), "LibreOffice is not here");
        two();
        issued("=1+1 别的程序存过");
        TableInHand table = export();
        table.write(0, "预计完成", "2026-7-1");
        Path file = folder.resolve("in.xlsx");
        Files.write(file, table.save());
        Files.write(folder.resolve("untouched.xlsx"), exportedFile());
        for (String kind : List.of("xlsx", "xls", "csv")) {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "-env:UserInstallation=file://" + folder.resolve("profile"),
                            "--headless",
                            "--convert-to",
                            kind,
                            "--outdir",
                            folder.resolve(kind).toString(),
                            file.toString(),
                            folder.resolve("untouched.xlsx").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            Assumptions.assumeTrue(said.contains("convert"), "LibreOffice is here without Calc");
        }
        for (String kind : List.of("xlsx", "xls")) {
            TableReturnPlan plan =
                    upload(Files.readAllBytes(folder.resolve(kind).resolve("in." + kind)));
            assertThat(refusals(plan)).isEmpty();
            assertThat(plan.rows()).as(kind).hasSize(1);
            assertThat(plan.rows().get(0).differences().get(0).after()).isEqualTo("2026-07-01");
            assertThat(upload(Files.readAllBytes(folder.resolve(kind).resolve("untouched." + kind)))
                            .rows())
                    .as(kind)
                    .isEmpty();
        }
        byte[] csv = Files.readAllBytes(folder.resolve("csv").resolve("in.csv"));
        assertThat(returns.recognizes(csv)).isFalse();
        assertThat(sent(csv, "in.csv")).hasStatus(422);
    }

    @Test
    void twoHundredThousandRowsAreRefusedInASentence() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream<List<String>> rows = IntStream.range(0, 200_000)
                .mapToObj(i -> List.of("00000000-0000-0000-0000-" + "%012d".formatted(i), "1", "事项"));
        spreadsheets.write(out, "台账", List.of(TableInHand.ID, "版本（勿改）", "事项名称"), rows);
        MvcTestResult answer = sent(out.toByteArray(), "很长.xlsx");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("150000");
    }

    @Test
    void moreChangesThanAnybodyCanLookAtAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream<List<String>> rows = IntStream.range(0, 5_001).mapToObj(i -> List.of("", "新的事" + i));
        spreadsheets.write(out, "台账", List.of(TableInHand.ID, "事项名称"), rows);
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> upload(out.toByteArray()))
                .withMessageContaining("too-many-changes");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        two();
        TableInHand table = export();
        table.addColumn("标签", "另一个");
        assertThat(sent(table.save(), "两栏.xlsx")).hasStatus(422).bodyText().contains("出现了两次");
    }

    @Test
    void withoutItsIdsItIsATableLikeAnyOther() {
        two();
        TableInHand table = export();
        table.removeColumn(TableInHand.ID);
        assertThat(returns.recognizes(table.save())).isFalse();
    }

    @Test
    void markedContentIsRefused() {
        two();
        TableInHand table = export();
        table.write(0, "逐条要求", "机密★10年");
        assertThat(sent(table.save(), "台账.xlsx")).hasStatus(422);
    }

    @Test
    void onlyTheOfficeBringsListsBackAndOnlyItsOwnerFindsThem() {
        two();
        TableInHand table = export();
        byte[] file = table.write(0, "标签", batch + "改").save();
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> returns.upload("台账.xlsx", file, office.planningLiaison()));
        TableReturnPlan plan = upload(file);
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(() -> returns.plan(plan.id(), office.otherOfficer()))
                .withMessageContaining("ledger.tables.unknown");
        returns.discard(plan.id(), officer);
        assertThatExceptionOfType(BusinessException.class).isThrownBy(() -> returns.plan(plan.id(), officer));
    }

    @Test
    void aUnitTakesOutWhatItMaySeeAndNothingElse() {
        issued("财务协办的");
        drafted("还没有交办的");
        Actor liaison = office.financeLiaison();
        TableInHand table = new TableInHand(fileOf(exportedBy(liaison), liaison));
        List<String> titles = IntStream.range(0, table.size())
                .filter(row -> table.cell(row, "标签").equals(batch))
                .mapToObj(row -> table.cell(row, "事项名称"))
                .toList();
        assertThat(titles).containsExactly("财务协办的");
        assertThat(mvc.get().uri(exportedBy(liaison)).with(SignedIn.as(officer)).exchange())
                .hasStatus(404);
    }

    @Test
    void nothingInTheFileIsAFormula() throws IOException {
        drafted("=cmd|'/c calc'!A1");
        drafted("+86 @ -1");
        byte[] file = exportedFile();
        assertThat(new TableInHand(file).find("事项名称", "=cmd|'/c calc'!A1")).isNotNegative();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(part).doesNotContain("<f>").doesNotContain("<v>");
            }
        }
    }

    @Test
    void aCancelledExportLeavesNothing() {
        two();
        long before = kept();
        JobsApi.Progress stopped = new JobsApi.Progress() {

            @Override
            public void at(long done, long total) {}

            @Override
            public void checkCancelled() {
                throw new IllegalStateException("stopped");
            }
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> exports.write(everything(), List.of(), Locale.CHINA, officer, stopped));
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void otherLanguagesComeBackToo() {
        drafted("双语");
        for (Locale language : List.of(Locale.ENGLISH, Locale.TRADITIONAL_CHINESE)) {
            String href = String.valueOf(exports.write(everything(), List.of(), language, officer, UNWATCHED)
                    .href());
            TableInHand table = new TableInHand(fileOf(href, officer));
            boolean english = language.equals(Locale.ENGLISH);
            int row = table.find(english ? "Title" : "事項名稱", "双语");
            table.write(row, english ? "Report cycle" : "反饋週期", english ? "Weekly" : "每周");
            TableReturnPlan plan = upload(table.save());
            assertThat(refusals(plan)).isEmpty();
            assertThat(plan.rows()).hasSize(1);
        }
    }

    @Test
    void aDayThatIsOverIsTakenOutAsItWasAndNotBroughtBack() {
        drafted("昨天的事");
        clock.set("2026-03-04T10:00:00+08:00");
        TableInHand table = export();
        carryOut(upload(table.write(0, "标签", batch + "今").save()));
        String href = String.valueOf(exports.write(
                        everything().withAsOf(java.time.LocalDate.of(2026, 3, 3)),
                        List.of(),
                        Locale.CHINA,
                        officer,
                        UNWATCHED)
                .href());
        byte[] file = fileOf(href, officer);
        TableInHand past = new TableInHand(file);
        assertThat(past.cell(past.rowOf("昨天的事"), "配合单位")).isEqualTo("财务保障局");
        assertThat(past.heads()).doesNotContain(TableInHand.ID);
        assertThat(past.cell(past.rowOf("昨天的事"), "标签")).isEqualTo(batch);
        assertThat(returns.recognizes(file)).isFalse();
    }

    @Test
    void chosenColumnsComeAloneWithWhatMakesThemKnown() {
        two();
        String href = String.valueOf(exports.write(
                        everything(), List.of(TableColumn.LABEL, TableColumn.TITLE), Locale.CHINA, officer, UNWATCHED)
                .href());
        TableInHand table = new TableInHand(fileOf(href, officer));
        assertThat(table.heads()).containsExactly("标签", "事项名称", "编号（勿改）", "版本（勿改）", "校验（勿改）");
        assertThat(upload(table.save()).rows()).isEmpty();
    }

    @Test
    void thePagesLeadFromTheListToTheChange() {
        drafted("页面上的事");
        MvcTestResult started = mvc.post()
                .uri("/ledger/exports?view=ALL&q=" + batch)
                .with(SignedIn.as(officer))
                .exchange();
        Job job = ended(started);
        assertThat(job.state()).as(String.valueOf(job.failure())).isEqualTo(Job.State.DONE);
        TableInHand table = export().write(0, "标签", batch + "页").write(0, "办理状态", "办结");
        MvcTestResult sent = sent(table.save(), "台账.xlsx");
        assertThat(sent).hasStatus(302);
        String page = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(page).startsWith("/ledger/import/returned/");
        assertThat(mvc.get()
                        .uri(page)
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(officer))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("页面上的事", batch + "页", "只供查看", "只改其余各格");
        assertThat(mvc.post()
                        .uri(page)
                        .header("Accept-Language", "zh-CN")
                        .param("version", "1")
                        .param("action", "apply")
                        .with(SignedIn.as(officer))
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("还有 1 行要您决定");
        MvcTestResult applied = mvc.post()
                .uri(page)
                .param("version", "2")
                .param("row-2", "TAKE")
                .param("action", "apply")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(ended(applied).state()).isEqualTo(Job.State.DONE);
        assertThat(export().cell(0, "标签")).isEqualTo(batch + "页");
    }

    @Test
    void anAddressMeantForAButtonSaysSoWhenItIsOpened() {
        assertThat(mvc.get()
                        .uri("/ledger/exports")
                        .header("Accept-Language", "zh-CN")
                        .with(SignedIn.as(officer)))
                .hasStatus(405)
                .bodyText()
                .contains("不能直接打开");
    }

    @Test
    void programsTakeListsOutAndBringThemBack() throws IOException {
        drafted("程序改的事");
        MvcTestResult started = mvc.post()
                .uri("/api/v1/ledger/exports?view=ALL&label=" + batch + "&column=TITLE&column=LABEL")
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(started).hasStatus(202);
        JsonNode work = json(started);
        Job job = ended(UUID.fromString(work.get("jobId").asString()));
        String href = String.valueOf(Objects.requireNonNull(job.outcome()).href());
        TableInHand table = new TableInHand(fileOf("/api/v1" + href, officer));
        assertThat(table.size()).isEqualTo(1);
        table.write(0, "标签", batch + "程").write(0, "事项名称", "");
        MvcTestResult brought = mvc.post()
                .uri("/api/v1/ledger/returns")
                .multipart()
                .file(new MockMultipartFile("file", "台账.xlsx", null, table.save()))
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(brought).hasStatus(201);
        JsonNode differences = json(brought);
        assertThat(differences.get("ready").asBoolean()).isFalse();
        assertThat(differences.toString()).contains("ledger.tables.not-empty");
        String path = "/api/v1/ledger/returns/" + differences.get("id").asString();
        assertThat(mvc.post()
                        .uri(path + "/carrying-out?version=1")
                        .with(SignedIn.as(officer))
                        .exchange())
                .hasStatus(422);
        MvcTestResult decided = mvc.post()
                .uri(path + "/choices")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\": 1, \"rows\": {\"2\": \"TAKE\"}}")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(json(decided).get("ready").asBoolean()).isTrue();
        MvcTestResult carried = mvc.post()
                .uri(path + "/carrying-out?version=2")
                .with(SignedIn.as(officer))
                .exchange();
        assertThat(carried).hasStatus(202);
        ended(UUID.fromString(json(carried).get("jobId").asString()));
        assertThat(export().cell(0, "标签")).isEqualTo(batch + "程");
        assertThat(export().cell(0, "事项名称")).isEqualTo("程序改的事");
        assertThat(mvc.post()
                        .uri("/api/v1/ledger/exports?column=NICHTS")
                        .with(SignedIn.as(officer))
                        .exchange())
                .hasStatus(422);
    }

    private JsonNode json(MvcTestResult answer) throws IOException {
        return mapper.readTree(answer.getResponse().getContentAsByteArray());
    }

    private Job ended(MvcTestResult started) {
        assertThat(started).hasStatus(302);
        String href = String.valueOf(started.getResponse().getRedirectedUrl());
        return ended(UUID.fromString(href.substring("/jobs/".length())));
    }

    private Job ended(UUID id) {
        Awaitility.await().until(() -> jobs.find(id, officer).orElseThrow().state() != Job.State.RUNNING);
        return jobs.find(id, officer).orElseThrow();
    }

    private MvcTestResult sent(byte[] file, String name) {
        return mvc.post()
                .uri("/ledger/import")
                .header("Accept-Language", "zh-CN")
                .multipart()
                .file(new MockMultipartFile("file", name, null, file))
                .with(SignedIn.as(officer))
                .exchange();
    }

    private void two() {
        drafted("甲事");
        drafted("乙事");
    }

    private void drafted(String title) {
        drafting.draft(draft(title, List.of(), null), null, officer);
    }

    private long kept() {
        return jdbc.sql("select count(*) from ledger.table_export")
                .query(Long.class)
                .single();
    }

    private static ItemFilter everything() {
        return ItemFilter.open().withView(ItemFilter.View.ALL).withSort(ItemFilter.Sort.NEWEST);
    }

    private byte[] exportedFile() {
        return fileOf(exportedBy(officer), officer);
    }

    private String exportedBy(Actor actor) {
        return String.valueOf(exports.write(everything(), List.of(), Locale.CHINA, actor, UNWATCHED)
                .href());
    }

    private byte[] fileOf(String href, Actor actor) {
        return mvc.get()
                .uri(href)
                .with(SignedIn.as(actor))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }
}
