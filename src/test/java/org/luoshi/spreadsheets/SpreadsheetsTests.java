package org.luoshi.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.shared.BusinessException;

class SpreadsheetsTests {

    private static final Path REAL_FILE = Path.of("../shared/data/tasks/docs/D09a.layout-table.xlsx");

    private final SpreadsheetsApi spreadsheets = new SpreadsheetsApi();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyKindOfCellBecomesTheTextThatAPersonSees(boolean xlsx) throws IOException {
        byte[] workbook = workbook(xlsx, book -> {
            Row row = book.createSheet("台账").createRow(0);
            row.createCell(0).setCellValue("督办");
            row.createCell(1).setCellValue(12);
            row.createCell(2).setCellValue(0.1 + 0.2);
            row.createCell(3).setCellValue(13800000000.0);
            dated(book, row.createCell(4), "yyyy\"年\"m\"月\"d\"日\"", LocalDateTime.of(2026, 3, 6, 0, 0));
            dated(book, row.createCell(5), "yyyy/m/d h:mm", LocalDateTime.of(2026, 3, 6, 17, 30));
            Cell percent = row.createCell(6);
            percent.setCellValue(0.855);
            percent.setCellStyle(style(book, "0.0%"));
            row.createCell(7).setCellValue(true);
            row.createCell(8).setCellFormula("B1*2");
            row.createCell(10).setCellValue("末列");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(rows(workbook, "台账").get(0).cells())
                .containsExactly(
                        "督办",
                        "12",
                        "0.3",
                        "13800000000",
                        "2026-03-06",
                        "2026-03-06 17:30",
                        "85.5%",
                        "TRUE",
                        "24",
                        "",
                        "末列");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mergedAreasRepeatTheirTextAndBlankRowsKeepTheirPlace(boolean xlsx) throws IOException {
        byte[] workbook = workbook(xlsx, book -> {
            Sheet sheet = book.createSheet("表");
            sheet.createRow(0).createCell(0).setCellValue("标题");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            Row first = sheet.createRow(3);
            first.createCell(0).setCellValue("甲");
            first.createCell(1).setCellValue("一");
            sheet.createRow(4).createCell(1).setCellValue("二");
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
            sheet.createRow(90).createCell(0).setBlank();
        });

        List<SheetRow> rows = rows(workbook, "表");
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows.get(0).cells()).containsExactly("标题", "标题", "标题");
        assertThat(rows.get(1).isBlank()).isTrue();
        assertThat(rows.get(4).cells()).containsExactly("甲", "二");
        assertThat(rows.get(4).cell(7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hiddenSheetsAreNotOffered(boolean xlsx) throws IOException {
        byte[] workbook = workbook(xlsx, book -> {
            book.createSheet("明").createRow(0).createCell(0).setCellValue("x");
            book.createSheet("暗").createRow(0).createCell(0).setCellValue("y");
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });

        assertThat(spreadsheets.sheetNames(workbook)).containsExactly("明");
        refused("spreadsheets.no-such-sheet", () -> rows(workbook, "暗"));
        refused("spreadsheets.no-such-sheet", () -> rows(workbook, "没有"));
    }

    @Test
    void theRealTableOfTasksIsReadWithItsMergedCells() throws IOException {
        assumeThat(REAL_FILE).exists();
        byte[] workbook = Files.readAllBytes(REAL_FILE);

        List<SheetRow> rows = rows(workbook, spreadsheets.sheetNames(workbook).get(0));
        assertThat(rows).hasSize(40);
        assertThat(rows.get(1).cells()).startsWith("序号").hasSize(6);
        assertThat(rows.get(3).cell(1)).isEqualTo(rows.get(2).cell(1)).isNotEmpty();
        assertThat(rows.subList(2, 40)).allMatch(row -> !row.cell(5).isEmpty());
    }

    @Test
    void whatIsNoWorkbookIsNamedForWhatItIs() throws IOException {
        refused("spreadsheets.empty-file", () -> spreadsheets.sheetNames(new byte[0]));
        refused("spreadsheets.not-excel", () -> spreadsheets.sheetNames("序号,事项".getBytes(StandardCharsets.UTF_8)));
        refused("spreadsheets.not-excel", () -> spreadsheets.sheetNames(new byte[] {'M', 'Z', 0, 0, 1, 2}));
        refused(
                "spreadsheets.not-excel",
                () -> spreadsheets.sheetNames("<html><table>".getBytes(StandardCharsets.UTF_8)));
        refused("spreadsheets.not-excel", () -> spreadsheets.sheetNames(zip(Map.of("a.txt", "hello"))));
        refused("spreadsheets.broken", () -> spreadsheets.sheetNames(new byte[] {'P', 'K', 3, 4, 0, 0, 0}));
        refused(
                "spreadsheets.other-document",
                () -> spreadsheets.sheetNames(zip(Map.of(
                        "_rels/.rels",
                        relations("officeDocument", "word/document.xml"),
                        "word/document.xml",
                        "<document/>"))));
        refused("spreadsheets.other-document", () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                container.createDocument(new ByteArrayInputStream(new byte[] {1}), "WordDocument");
                container.writeFilesystem(out);
            }
            spreadsheets.sheetNames(out.toByteArray());
        });
        refused(
                "spreadsheets.broken",
                () -> spreadsheets.sheetNames(Arrays.copyOf(workbook(false, book -> book.createSheet("表")), 700)));
    }

    @Test
    void encryptedWorkbooksOfBothKindsAreRefused() throws Exception {
        ByteArrayOutputStream newer = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("密码");
            try (OutputStream data = encryptor.getDataStream(container)) {
                data.write(workbook(true, book -> book.createSheet("表")));
            }
            container.writeFilesystem(newer);
        }
        refused("spreadsheets.encrypted", () -> spreadsheets.sheetNames(newer.toByteArray()));

        Biff8EncryptionKey.setCurrentUserPassword("pass");
        byte[] older = workbook(false, book -> book.createSheet("表"));
        Biff8EncryptionKey.setCurrentUserPassword(null);
        refused("spreadsheets.encrypted", () -> spreadsheets.sheetNames(older));
    }

    @Test
    void aLongTableIsRefusedBeforeTheFirstRowIsHandedOver() {
        byte[] long200k = written(IntStream.range(0, 200_000).mapToObj(i -> List.of("事项" + i, "甲局")));
        List<SheetRow> seen = new ArrayList<>();

        long start = System.nanoTime();
        refused("spreadsheets.too-many-rows", () -> spreadsheets.read(long200k, "台账", 20_000, seen::add));
        assertThat(seen).isEmpty();
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(10_000);
        spreadsheets.read(long200k, "台账", 300_000, row -> {
            if (row.number() == 200_001) {
                seen.add(row);
            }
        });
        assertThat(seen).hasSize(1).first().extracting(row -> row.cell(0)).isEqualTo("事项199999");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            sheetFrame().forEach((name, content) -> put(zip, name, content.getBytes(StandardCharsets.UTF_8)));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData><row r=\"1\"><c><v>1</v></c></row>".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(blanks);
            }
            zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(out.size()).isLessThan(400_000);
        refused("spreadsheets.bomb", () -> rows(out.toByteArray(), "表"));
    }

    @Test
    void damagedAndHostilePartsAreRefused() {
        refusedSheet("spreadsheets.broken", "<worksheet><sheetData><row r=\"1\"><c><v>1</v></row>");
        refusedSheet("spreadsheets.broken", sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"));
        refusedSheet("spreadsheets.broken", sheet("<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>"));
        refusedSheet("spreadsheets.broken", sheet("<row r=\"1\"><c r=\"A1\"><v>abc</v></c></row>"));
        refusedSheet("spreadsheets.broken", sheet("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"/>"));
        refusedSheet("spreadsheets.broken", sheet("<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>"));
        refusedSheet("spreadsheets.too-wide", sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"));
        refusedSheet(
                "spreadsheets.broken",
                sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>" + "长".repeat(40_000) + "</t></is></c></row>"));
        refusedSheet("spreadsheets.empty-sheet", sheet("<row r=\"1\"><c s=\"1\"/></row>"));
        refusedSheet(
                "spreadsheets.broken",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"));
    }

    @Test
    void placesThatAreNotWrittenAreCounted() {
        byte[] workbook = workbookOf(
                sheet(
                        "<row><c t=\"str\"><v>甲</v></c><c><v>2.50</v></c></row><row><c/><c t=\"d\"><v>2026-03-06T00:00:00</v></c></row>"));

        assertThat(rows(workbook, "表").get(0).cells()).containsExactly("甲", "2.5");
        assertThat(rows(workbook, "表").get(1).cells()).containsExactly("", "2026-03-06");
    }

    @Test
    void whatIsWrittenIsReadAgainAndNothingIsAFormula() throws IOException {
        List<String> cells = List.of(
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@a",
                "\t=1",
                "12",
                "007",
                "a<b>&\"c\" \u0000\uFFFE",
                "_x0041_",
                "",
                "𠮷\n二");
        byte[] workbook = written(Stream.of(cells));

        assertThat(rows(workbook, "台账").get(1).cells().subList(0, 8))
                .containsExactly("=HYPERLINK(\"http://x\")", "+1", "-1", "@a", "\t=1", "12", "007", "a<b>&\"c\" ");
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet sheet = read.getSheetAt(0);
            sheet.getRow(1)
                    .forEach(cell -> assertThat(cell.getCellType().name()).isNotEqualTo("FORMULA"));
            assertThat(sheet.getRow(1).getCell(8).getStringCellValue()).isEqualTo("_x0041_");
            assertThat(sheet.getRow(1).getCell(10).getStringCellValue()).isEqualTo("𠮷\n二");
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(read.getFontAt(sheet.getRow(0).getCell(0).getCellStyle().getFontIndex())
                            .getBold())
                    .isTrue();
        }
    }

    @Test
    void sheetsOfTextsComeBackLetterByLetter() throws IOException {
        List<String> cells = List.of("=1+1", "007", "1.50", "2026-3-6", "_x0041_ <&>", "一\n二", "");
        List<TextTable.Column> columns = IntStream.range(0, cells.size())
                .mapToObj(i -> new TextTable.Column("栏" + i, 10, TextTable.Look.values()[i % 3]))
                .toList();
        var out = new ByteArrayOutputStream();
        spreadsheets.writeTexts(
                out,
                List.of(
                        new TextTable("一", columns, Stream.of(cells, cells)),
                        new TextTable("二", columns.subList(0, 1), Stream.of(List.of("说明")))));
        assertThat(spreadsheets.sheetNames(out.toByteArray())).containsExactly("一", "二");
        List<SheetRow> rows = new ArrayList<>();
        spreadsheets.read(out.toByteArray(), "一", 10, rows::add);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).cells()).startsWith(cells.subList(0, 6).toArray(String[]::new));
        assertThat(rows.get(2).cell(6)).isEmpty();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(book.getSheetAt(0).isColumnHidden(2)).isTrue();
            assertThat(book.getSheetAt(1).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("说明");
        }
    }

    @Test
    void aSheetNameThatExcelForbidsIsMadeFit() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(out, "督办[2026]:" + "长".repeat(40), List.of("甲"), Stream.empty());

        assertThat(spreadsheets.sheetNames(out.toByteArray()).get(0))
                .hasSize(31)
                .startsWith("督办");
    }

    private List<SheetRow> rows(byte[] workbook, String sheet) {
        List<SheetRow> rows = new ArrayList<>();
        spreadsheets.read(workbook, sheet, 1000, rows::add);
        return rows;
    }

    private byte[] written(Stream<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(out, "台账", List.of("事项", "单位"), rows);
        return out.toByteArray();
    }

    private void refusedSheet(String code, String sheetXml) {
        refused(code, () -> rows(workbookOf(sheetXml), "表"));
    }

    private interface Step {
        void run() throws Exception;
    }

    private interface Filling {
        void fill(Workbook book);
    }

    private static void refused(String code, Step step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error().code()).isEqualTo(code));
    }

    private static byte[] workbook(boolean xlsx, Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = xlsx ? new XSSFWorkbook() : new HSSFWorkbook()) {
            filling.fill(book);
            book.write(out);
        }
        return out.toByteArray();
    }

    private static void dated(Workbook book, Cell cell, String format, LocalDateTime at) {
        cell.setCellValue(at);
        cell.setCellStyle(style(book, format));
    }

    private static CellStyle style(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static byte[] workbookOf(String sheetXml) {
        Map<String, String> parts = new LinkedHashMap<>(sheetFrame());
        parts.put("xl/worksheets/sheet1.xml", sheetXml);
        return zip(parts);
    }

    private static Map<String, String> sheetFrame() {
        return Map.of(
                "_rels/.rels", relations("officeDocument", "xl/workbook.xml"),
                "xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"),
                "xl/workbook.xml",
                        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    }

    private static String relations(String type, String target) {
        return "<Relationships><Relationship Id=\"r1\" Type=\"http://x/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            parts.forEach((name, content) -> put(zip, name, content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
