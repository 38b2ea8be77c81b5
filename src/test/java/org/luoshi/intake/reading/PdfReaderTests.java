package org.luoshi.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.intake.reading.ReadingSamples.line;
import static org.luoshi.intake.reading.ReadingSamples.paragraphs;
import static org.luoshi.intake.reading.ReadingSamples.pdf;
import static org.luoshi.intake.reading.ReadingSamples.resource;
import static org.luoshi.intake.reading.ReadingSamples.stroke;
import static org.luoshi.intake.reading.ReadingSamples.table;
import static org.luoshi.intake.reading.ReadingSamples.tables;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.intake.reading.Paper.Cell;

class PdfReaderTests {

    /** 28 signs of 16 points from x = 72. */
    private static final String FULL = "坚持目标导向和问题导向相结合推动更多高频事项网上办一次办";

    @Test
    void linesAreJoinedToParagraphsAlsoAcrossPagesAndHeadsAndPageNumbersAreDropped() {
        List<String> paragraphs = paragraphs(PaperReader.read("通知.pdf", resource("notice.pdf")));

        assertThat(paragraphs).hasSize(23);
        assertThat(paragraphs)
                .startsWith(
                        "云台市人民政府办公室关于印发优化政务服务环境重点工作任务分工方案的通知", "云政办发〔2026〕18号", "各县（区）人民政府，市政府各部门、各直属机构：", "一、推进第一项改革")
                .endsWith("云台市人民政府办公室", "2026年3月6日");
        assertThat(paragraphs.get(4))
                .startsWith("（一）围绕群众反映突出的办事难")
                .endsWith("切实提升群众和企业的获得感。")
                .doesNotContain(" ");
        assertThat(paragraphs).noneMatch(text -> text.contains("公报") || text.contains("—"));
    }

    @Test
    void aRuledTableKeepsItsMergedCellsAndGoesOnOverPages() {
        Paper paper = PaperReader.read("分工表.pdf", resource("task-table.pdf"));

        List<List<String>> rows = table(paper);
        assertThat(rows).hasSize(25).allMatch(row -> row.size() == 5);
        assertThat(rows.get(0)).containsExactly("序号", "重点任务", "具体措施", "责任单位", "完成时限");
        assertThat(rows.get(24))
                .containsExactly(
                        "24", "提升服务第6类", "推动高频事项全程网办，优化流程、压减材料，编制办事指南并向社会公开第24批事项清单。", "市行政审批局、市数据局", "2026年1月底");
        List<List<Cell>> cells = tables(paper).get(0).rows();
        assertThat(cells.get(1).get(1))
                .isEqualTo(cells.get(4).get(1))
                .isNotEqualTo(cells.get(5).get(1));
        assertThat(paragraphs(paper)).containsExactly("附件", "云台市优化政务服务环境任务分工表", "注：涉及多个单位的，列第一位的为牵头单位。");
    }

    @Test
    void aRowThatThePageEndHasCutIsOneRow() {
        String head = grid(700, 600) + line(60, 670, 10, "序号") + line(110, 670, 10, "措施") + line(410, 670, 10, "单位");
        Paper paper = PaperReader.read(
                "表.pdf",
                pdf(
                        head + line(60, 620, 10, "1") + line(110, 620, 10, "推动高频事项全程网办并") + line(410, 620, 10, "市数据局"),
                        grid(780, 700)
                                + line(110, 760, 10, "压减材料。")
                                + line(60, 720, 10, "2")
                                + line(110, 720, 10, "公开清单。")
                                + line(410, 720, 10, "市财政局")));

        assertThat(table(paper))
                .containsExactly(
                        List.of("序号", "措施", "单位"),
                        List.of("1", "推动高频事项全程网办并压减材料。", "市数据局"),
                        List.of("2", "公开清单。", "市财政局"));
    }

    @Test
    void aPageThatLiesOnItsSideIsReadUpright() {
        String turned = "0 1 -1 0 595 0 cm\n" + line(72, 500, 16, FULL) + line(72, 470, 16, "第二行。")
                + line(104, 440, 16, "二、后面");

        assertThat(paragraphs(PaperReader.read("横.pdf", pdf(turned)))).containsExactly(FULL + "第二行。", "二、后面");
    }

    @Test
    void aWatermarkAcrossThePageIsNotRead() {
        String page = line(72, 700, 16, "正文一行文字。") + "q 0.7 0.7 -0.7 0.7 200 200 cm " + line(0, 0, 40, "仅供内部") + "Q";

        assertThat(paragraphs(PaperReader.read("印.pdf", pdf(page)))).containsExactly("正文一行文字。");
    }

    @Test
    void radicalsInThePlaceOfSignsAreMadeSigns() {
        assertThat(Characters.unified("⽅⾯⻅⻓⾼⼾豈ﬁ")).isEqualTo("方面见长高户豈fi");
        assertThat(Characters.unified("方面，A１")).isEqualTo("方面，A１");
    }

    @Test
    void flushLeftParagraphsAreToldByTheirMarkersAndShortLines() {
        String page = line(72, 700, 16, FULL)
                + line(72, 672, 16, "切实提升获得感。")
                + line(72, 644, 16, "（二）" + FULL.substring(3))
                + line(72, 616, 16, "3.5%以上。")
                + line(72, 588, 16, "附件：任务分工表");

        assertThat(paragraphs(PaperReader.read("平.pdf", pdf(page))))
                .containsExactly(FULL + "切实提升获得感。", "（二）" + FULL.substring(3) + "3.5%以上。", "附件：任务分工表");
    }

    @Test
    void threeHundredPagesAreReadWithoutTrouble() {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 300; page++) {
            pages.add(line(104, 700, 16, "（" + page + "）由市财政局牵头。") + line(280, 40, 12, "- " + page + " -"));
        }

        assertThat(paragraphs(PaperReader.read("长.pdf", pdf(pages.toArray(String[]::new)))))
                .hasSize(300)
                .endsWith("（300）由市财政局牵头。");
    }

    /** Three columns, two rows; the lines of each cell are drawn anew, as word processors do. */
    private static String grid(double top, double bottom) {
        StringBuilder drawn = new StringBuilder();
        double[] xs = {50, 100, 400, 550};
        double[] ys = {top, (top + bottom) / 2, bottom};
        for (int column = 0; column < 3; column++) {
            for (double y : ys) {
                drawn.append(stroke(xs[column], y, xs[column + 1], y));
            }
        }
        for (double x : xs) {
            drawn.append(stroke(x, ys[0], x, ys[1])).append(stroke(x, ys[1], x, ys[2]));
        }
        return drawn.toString();
    }
}
