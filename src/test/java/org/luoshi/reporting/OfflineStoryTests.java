package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.SignedIn.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Tables for many units and forms for one, fetched, filled in and brought back. */
@WholeHouse
class OfflineStoryTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private PlaceQueries places;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private TestClock clock;

    private MockMvcTester mvc;
    private Actor county;
    private Actor neighbour;
    private Regime villages;

    @BeforeEach
    void aRegimeOfVillages(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        InventedRegions regions = InventedRegions.in(organization, access);
        county = regions.liaison("county-liaison");
        neighbour = regions.liaison("county-liaison-2");
        villages = new InventedRegime(jdbc, register, regimes, maker, clock)
                .below(
                        "99",
                        5,
                        InventedOffice.in(organization, access).officer().personId());
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void theTableNamesWhoIsSilentAndWhatIsFilledInIsTaken() throws IOException {
        byte[] table = bytes(get(address("upload") + "/template.xlsx", county));
        byte[] filled = changed(table, sheet -> {
            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("990101001201");
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEmpty();
            figures(sheet.getRow(1), 3, 2, 1);
            cell(sheet.getRow(1), 8).setCellValue("村支书甲");
            cell(sheet.getRow(2), 7).setCellValue("是");
            cell(sheet.getRow(2), 8).setCellValue("村支书乙");
            figures(sheet.getRow(3), 9, 2, 1);
            cell(sheet.getRow(3), 8).setCellValue("村支书丙");
        });

        String page = uploaded("表.xlsx", filled);

        assertThat(page).contains("读完，有退回的", "合计应等于本地与外来之和", "990101002201", "留空，不算");
        assertThat(reports(3)).isEqualTo(2);
        assertThat(text(get("/reporting/uploads", county))).contains("表.xlsx");
        String csv = text(get(address("upload") + "/template.csv", county));
        assertThat(csv).contains("990101002201\t", "990101002202\t").doesNotContain("990101001201");
    }

    @Test
    void aCsvIsTakenTooAndAHeadingThatCannotBeReadIsToldAtOnce() {
        String csv = "单位代码,新增合计（例）,其中本地,其中外来,零报告,签报人\n990101001201\t,,,,是,甲\n990101001202,一,2,3,,甲\n";
        assertThat(uploaded("表.csv", csv.getBytes(StandardCharsets.UTF_8))).contains("这里要填数字");
        assertThat(uploaded(
                        "表.jsonl",
                        "{\"unit\":\"990101002201\",\"zero\":true,\"signer\":\"甲\"}\n"
                                .getBytes(StandardCharsets.UTF_8)))
                .contains("全部收下");
        assertThat(reports(3)).isEqualTo(2);

        MvcTestResult wrong = upload("表.csv", "单位代码,乱写\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong)).contains("乱写");
        assertThat(get(address("upload") + "?place=" + key("990101"), neighbour))
                .hasStatus(403);
    }

    @Test
    void aWorkbookComesBackOnceAndTheSameAgainGetsTheSameAnswer() throws IOException {
        byte[] filled = filled(form("990101001201"), Map.of("v.total", "3", "v.local", "2", "v.away", "1"));

        assertThat(text(brought(filled))).contains("已收下", "村支书甲签报", "第 1 版");
        assertThat(text(brought(filled))).contains("以前已经收下", "第 1 版");
        MvcTestResult other =
                brought(changed(filled, sheet -> answer(sheet, "signer").setCellValue("别人")));
        assertThat(other).hasStatus(409);
        assertThat(text(other)).contains("已经用过", "村支书甲");
        assertThat(reports(5)).isEqualTo(1);
    }

    @Test
    void whatCannotBeTakenIsToldWhyAndTheFormStaysGood() throws IOException {
        byte[] form = form("990101001201");
        assertRefused(filled(form, Map.of("v.total", "三")), "这里要填数字");
        assertRefused(filled(form, Map.of("v.total", "9", "v.local", "2", "v.away", "1")), "合计应等于本地与外来之和");
        assertRefused(filled(form, Map.of("zero", "大概")), "要写“是”或留空");
        assertRefused(filled(form, Map.of("zero", "是", "v.total", "3")), "零");
        assertRefused(filled(form, Map.of("telephone", "没有")), "电话号码");
        assertRefused(form, "姓名");
        assertRefused(
                changed(form, sheet -> sheet.removeRow(answer(sheet, "v.local").getRow())), "结构被改动过");
        assertRefused(
                changed(
                        form,
                        sheet -> marked(sheet, "luoshi-offline-1").getCell(7).setCellValue("x")),
                "没有这张填报表");
        assertRefused("no workbook".getBytes(StandardCharsets.UTF_8), "不是从这里取走的");

        byte[] formula = changed(filled(form, Map.of("v.local", "2", "v.away", "1")), sheet -> {
            Cell cell = answer(sheet, "v.total");
            cell.setCellFormula("1+2");
            cell.setCellValue(3);
        });
        assertThat(text(brought(formula))).contains("已收下");
    }

    @Test
    void aNewFormReplacesTheOldAndAnOldOneExpires() throws IOException {
        byte[] old = filled(form("990101001201"), Map.of("zero", "是"));
        byte[] current = filled(form("990101001201"), Map.of("zero", "是"));
        assertRefused(old, "已经作废");
        assertThat(jdbc.sql("select count(*) from reporting.offline_file where regime = :regime and length(hash) = 32")
                        .param("regime", villages.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        jdbc.sql("update reporting.offline_file set number = 2 where regime = :regime and replaced_at is null")
                .param("regime", villages.id())
                .update();
        assertRefused(current, "换了新版");
        clock.set("2026-03-10T00:00:01+08:00");
        assertRefused(current, "已经过期");
    }

    @Test
    void manyFormsComeAsAZipAndGoBackTogether() throws IOException {
        MvcTestResult zip = mvc.post()
                .uri(address("offline"))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(county))
                .param("place", "" + key("990101"))
                .param("silent", "true")
                .exchange();
        int count = 0;
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(bytes(zip)))) {
            while (files.getNextEntry() != null) {
                count++;
            }
        }
        assertThat(count).isEqualTo(4);

        byte[] filled = filled(form("990101001202"), Map.of("zero", "是"));
        assertThat(text(together(DAY, filled))).contains("收下 1 张，没有收 0 张");
        assertThat(text(together(DAY.plusDays(1), filled))).contains("请到那一期去送回");
        assertThat(mvc.post()
                        .uri(address("offline"))
                        .with(as(neighbour))
                        .param("unit", "" + key("990101001201"))
                        .exchange())
                .hasStatus(403);
    }

    private void assertRefused(byte[] file, String why) {
        MvcTestResult result = brought(file);
        assertThat(text(result)).contains(why);
        assertThat(result).hasStatus(422);
    }

    private byte[] form(String code) {
        return bytes(mvc.post()
                .uri(address("offline"))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(county))
                .param("unit", "" + key(code))
                .exchange());
    }

    private MvcTestResult brought(byte[] file) {
        return mvc.post()
                .uri("/report/offline/answers")
                .multipart()
                .file(new MockMultipartFile("file", file[0] == 'P' ? "表.xlsx" : "表.txt", null, file))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult together(LocalDate period, byte[] file) {
        return mvc.post()
                .uri("/reporting/upload/" + villages.key() + "/" + period + "/forms")
                .multipart()
                .file(new MockMultipartFile("files", "表.xlsx", null, file))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(county))
                .exchange();
    }

    private MvcTestResult upload(String name, byte[] content) {
        return mvc.post()
                .uri(address("upload"))
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(county))
                .exchange();
    }

    /** The page of the upload when it is read. */
    private String uploaded(String name, byte[] content) {
        MvcTestResult sent = upload(name, content);
        assertThat(sent).hasStatus3xxRedirection();
        String address = String.valueOf(sent.getResponse().getRedirectedUrl());
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql(
                                "select exists (select from jobs.job j join reporting.upload u on u.job = j.id where u.id = :id and j.ending is not null)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single());
        return text(get(address, county));
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(actor))
                .exchange();
    }

    private static byte[] filled(byte[] form, Map<String, String> answers) throws IOException {
        return changed(form, sheet -> {
            answer(sheet, "signer").setCellValue("村支书甲");
            answer(sheet, "telephone").setCellValue("13800000000");
            answers.forEach((key, value) -> answer(sheet, key).setCellValue(value));
        });
    }

    private interface Change {
        void on(Sheet sheet);
    }

    private static byte[] changed(byte[] workbook, Change change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.on(book.getSheetAt(0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Cell answer(Sheet sheet, String key) {
        return cell(marked(sheet, key), 1);
    }

    private static Row marked(Sheet sheet, String key) {
        for (Row row : sheet) {
            @Nullable Cell mark = row.getCell(6);
            if (mark != null && mark.getStringCellValue().equals(key)) {
                return row;
            }
        }
        throw new AssertionError(key);
    }

    private static Cell cell(Row row, int column) {
        @Nullable Cell cell = row.getCell(column);
        return cell == null ? row.createCell(column) : cell;
    }

    private static void figures(Row row, int total, int local, int away) {
        cell(row, 2).setCellValue(total);
        cell(row, 3).setCellValue(local);
        cell(row, 4).setCellValue(away);
    }

    private int reports(int channel) {
        return jdbc.sql("select count(*) from reporting.report where regime = :regime and channel = :channel")
                .param("regime", villages.id())
                .param("channel", channel)
                .query(Integer.class)
                .single();
    }

    private static byte[] bytes(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsByteArray();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String address(String page) {
        return "/reporting/" + page + "/" + villages.key() + "/" + DAY;
    }

    private long key(String code) {
        return places.byCode(code).orElseThrow().key();
    }
}
