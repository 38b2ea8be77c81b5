package org.luoshi.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.intake.reading.ReadingSamples.bytes;
import static org.luoshi.intake.reading.ReadingSamples.paragraphs;
import static org.luoshi.intake.reading.ReadingSamples.resource;
import static org.luoshi.intake.reading.ReadingSamples.table;
import static org.luoshi.intake.reading.ReadingSamples.tables;
import static org.luoshi.intake.reading.ReadingSamples.texts;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.intake.reading.Paper.Paragraph;

class OtherFormatsTests {

    // Word before 2007

    @Test
    void anOldWordFileIsReadWithItsNumbersTablesAndBoxes() {
        Paper paper = PaperReader.read("旧.doc", resource("lists-and-tables.doc"));

        assertThat(paragraphs(paper))
                .contains(
                        "1)Number bullet 1",
                        "3)Number bullet 3",
                        "This is a hyperlink",
                        "Bullet 1",
                        "Here is a text box");
        assertThat(texts(paper, tables(paper).get(0)))
                .containsExactly(
                        List.of("Row 1 Col 1", "Row 1 Col 2", "Row 1 Col 3"),
                        List.of("Row 2 Col 1", "Row 2 Col 2", "Row 2 Col 3"));
    }

    @Test
    void chineseInAnOldWordFileIsRead() {
        byte[] file = bytes(out -> {
            try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(resource("lists-and-tables.doc")))) {
                document.getRange().replaceText("Here is a numbered list:", "市财政局牵头，2026年9月底前完成。");
                document.write(out);
            }
        });

        assertThat(paragraphs(PaperReader.read("旧.doc", file))).contains("市财政局牵头，2026年9月底前完成。");
    }

    // Excel

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aSheetIsItsTitleAndItsTable(String ending) {
        byte[] file = bytes(out -> {
            try (Workbook book = ending.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
                Sheet sheet = book.createSheet("任务");
                cell(sheet, 0, 0, "重点任务分工表");
                sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
                cell(sheet, 1, 2, "2026年3月");
                row(sheet, 3, "领域", "任务", "时限");
                row(sheet, 4, "优化服务", "一网通办", "");
                row(sheet, 5, "", "压减材料", "长期");
                sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
                dated(sheet.getRow(4).createCell(2), "yyyy\"年\"m\"月\"", LocalDate.of(2026, 9, 1));
                row(sheet, 6, "藏", "藏", "藏");
                sheet.getRow(6).setZeroHeight(true);
                cell(book.createSheet("暗"), 0, 0, "看不见");
                book.setSheetHidden(1, true);
                book.createSheet("空");
                row(book.createSheet("二"), 0, "甲", "乙");
                book.write(out);
            }
        });
        Paper paper = PaperReader.read("分工表." + ending, file);

        assertThat(paragraphs(paper)).containsExactly("重点任务分工表", "2026年3月");
        assertThat(texts(paper, tables(paper).get(0)))
                .containsExactly(
                        List.of("领域", "任务", "时限"), List.of("优化服务", "一网通办", "2026年9月"), List.of("优化服务", "压减材料", "长期"));
        List<List<Paper.Cell>> cells = tables(paper).get(0).rows();
        assertThat(cells.get(1).get(0)).isEqualTo(cells.get(2).get(0));
        assertThat(texts(paper, tables(paper).get(1))).containsExactly(List.of("甲", "乙"));
    }

    @Test
    void fiveThousandRowsAreRead() {
        byte[] file = bytes(out -> {
            try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
                Sheet sheet = book.createSheet("台账");
                row(sheet, 0, "序号", "任务", "单位");
                for (int i = 1; i <= 5000; i++) {
                    row(sheet, i, String.valueOf(i), "建立防返贫动态监测和帮扶机制", "市农业农村局");
                }
                book.write(out);
            }
        });

        assertThat(table(PaperReader.read("台账.xlsx", file)))
                .hasSize(5001)
                .endsWith(List.of("5000", "建立防返贫动态监测和帮扶机制", "市农业农村局"));
    }

    // OFD

    @Test
    void anOfdIsJoinedToParagraphsAcrossPages() {
        List<String> paragraphs = paragraphs(PaperReader.read("通知.ofd", resource("notice.ofd")));

        assertThat(paragraphs)
                .hasSize(14)
                .startsWith("云台市人民政府办公室关于开展安全生产检查的通知")
                .contains("10.第10批检查。市应急管理局牵头，会同市住房城乡建设局、市交通运输局等部门，对全市重点行业领域开展拉网式检查，" + "建立问题清单和整改台账，逐项明确责任人和完成时限。")
                .endsWith("2026年3月6日");
    }

    // Web pages

    @Test
    void ofAWebPageTheMainTextIsReadWithItsParticularsInFront() {
        String page = """
                <!doctype html><html><head><title>门户</title><script>var x = "脚本";</script><style>p{}</style></head><body>
                <nav><a href="/">首页</a> 政务公开</nav>
                <h1>关于印发方案的通知</h1>
                <table class="bd1"><tr><td>索 引 号：</td><td>000014349/2026-00018</td><td>发文字号：</td><td>云政办发〔2026〕18号</td></tr></table>
                <div id="UCAP-CONTENT"><p>　　各县（区）人民政府：</p><p>&nbsp;&nbsp;一、优化
                服务<br/>二、<span>压减</span>材料，由市财政局牵头。</p>
                <table><tr><th rowspan="2">领域</th><th colspan="2">任务</th></tr><tr><td>甲<br>乙</td><td></td></tr></table></div>
                <div class="related">相关链接</div><footer>版权所有</footer></body></html>
                """;
        Paper paper = PaperReader.read("通知.html", page.getBytes(StandardCharsets.UTF_8));

        assertThat(paragraphs(paper)).containsExactly("关于印发方案的通知", "各县（区）人民政府：", "一、优化服务", "二、压减材料，由市财政局牵头。");
        assertThat(texts(paper, tables(paper).get(0)).get(0)).contains("云政办发〔2026〕18号");
        assertThat(texts(paper, tables(paper).get(1)))
                .containsExactly(List.of("领域", "任务", "任务"), List.of("领域", "甲 乙", ""));
        List<List<Paper.Cell>> cells = tables(paper).get(1).rows();
        assertThat(cells.get(0).get(0)).isEqualTo(cells.get(1).get(0));
        assertThat(cells.get(0).get(1)).isEqualTo(cells.get(0).get(2));
    }

    @Test
    void withoutAKnownContainerTheDensestPartOfThePageIsRead() {
        String page = "<html><body><div><a>首页</a><a>新闻</a></div><div class='box'>"
                + "<p>为进一步优化营商环境，现将有关事项通知如下。</p>".repeat(4) + "</div><div><a>上一篇</a><a>下一篇</a></div></body></html>";

        assertThat(paragraphs(PaperReader.read("页.htm", page.getBytes(Charset.forName("GB18030")))))
                .hasSize(4)
                .containsOnly("为进一步优化营商环境，现将有关事项通知如下。");
    }

    // Text

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void textIsKeptExactlySoThatPositionsAgree(String charset) {
        String text = (charset.equals("GB18030") ? "" : "\uFEFF") + "\n　　一、总体要求 \r\n\r\n  二、任务\t表\r三\n\n";
        Paper paper = PaperReader.read("文.txt", text.getBytes(Charset.forName(charset)));

        assertThat(paper.text()).isEqualTo("\n　　一、总体要求 \n\n  二、任务\t表\n三");
        assertThat(paper.blocks()).containsExactly(new Paragraph(3, 9), new Paragraph(14, 20), new Paragraph(21, 22));
        assertThat(paragraphs(paper)).containsExactly("一、总体要求", "二、任务\t表", "三");
    }

    @Test
    void pastedLinesWithEquallyManyTabsAreATable() {
        Paper paper = PaperReader.ofText("标题\n序号\t任务\t单位\n1\t 修路 \t\n2\t架桥\t交通局\n注\t一\n");

        assertThat(paper.text()).isEqualTo("标题\n序号\t任务\t单位\n1\t 修路 \t\n2\t架桥\t交通局\n注\t一");
        assertThat(table(paper))
                .containsExactly(List.of("序号", "任务", "单位"), List.of("1", "修路", ""), List.of("2", "架桥", "交通局"));
        assertThat(paragraphs(paper)).containsExactly("标题", "注\t一");
    }

    private static void row(Sheet sheet, int row, String... cells) {
        Row created = sheet.createRow(row);
        for (int column = 0; column < cells.length; column++) {
            created.createCell(column).setCellValue(cells[column]);
        }
    }

    private static void cell(Sheet sheet, int row, int column, String text) {
        sheet.createRow(row).createCell(column).setCellValue(text);
    }

    private static void dated(Cell cell, String format, LocalDate day) {
        Workbook book = cell.getSheet().getWorkbook();
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellValue(day);
        cell.setCellStyle(style);
    }
}
