package org.luoshi.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.luoshi.intake.reading.ReadingSamples.docxWithBody;
import static org.luoshi.intake.reading.ReadingSamples.docxWithLists;
import static org.luoshi.intake.reading.ReadingSamples.paragraphs;
import static org.luoshi.intake.reading.ReadingSamples.table;
import static org.luoshi.intake.reading.ReadingSamples.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.intake.reading.Paper.Cell;

class DocxReaderTests {

    private static final Path REAL_PAPERS = Path.of("../shared/data/tasks/docs");

    @Test
    void paragraphsAndTablesComeInTheOrderOfThePaper() {
        Paper paper = read(p("关于印发方案的通知") + "<w:tbl><w:tr>" + tc("", "甲") + tc("", "乙") + "</w:tr></w:tbl>" + p("附件"));

        assertThat(paper.text()).isEqualTo("关于印发方案的通知\n甲\t乙\n附件");
        assertThat(paper.blocks())
                .hasExactlyElementsOfTypes(Paper.Paragraph.class, Paper.Table.class, Paper.Paragraph.class);
    }

    @Test
    void mergedCellsStandInEachOfTheirPlacesAndAreWrittenOnce() {
        Paper paper =
                read("<w:tbl><w:tr>" + tc("<w:gridSpan w:val=\"2\"/>", "合并") + tc("<w:vMerge w:val=\"restart\"/>", "竖")
                        + "</w:tr><w:tr>" + tc("", "甲") + tc("", "") + tc("<w:vMerge/>", "") + "</w:tr></w:tbl>");

        List<List<Cell>> rows = tables(paper).get(0).rows();
        assertThat(rows.get(0).get(0)).isEqualTo(rows.get(0).get(1));
        assertThat(rows.get(0).get(2)).isEqualTo(rows.get(1).get(2));
        assertThat(table(paper)).containsExactly(List.of("合并", "合并", "竖"), List.of("甲", "", "竖"));
        assertThat(paper.text()).isEqualTo("合并\t\t竖\n甲\t\t");
    }

    @Test
    void aTableInACellIsTextOfTheCell() {
        Paper paper = read("<w:tbl><w:tr>" + tc("", "甲") + "<w:tc>" + p("前") + "<w:tbl><w:tr>" + tc("", "内一")
                + tc("", "内二") + "</w:tr></w:tbl>" + p("") + "</w:tc></w:tr></w:tbl>");

        assertThat(table(paper)).containsExactly(List.of("甲", "前 内一 内二"));
    }

    @Test
    void aFrameAroundTheTextIsNoTable() {
        Paper paper = read("<w:tbl><w:tr><w:tc>" + p("一、总体要求") + p("二、重点任务") + "</w:tc></w:tr></w:tbl>");

        assertThat(paragraphs(paper)).containsExactly("一、总体要求", "二、重点任务");
    }

    @Test
    void trackedChangesAreReadAsAccepted() {
        Paper paper = read("<w:p><w:r><w:t>9月</w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>30</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
                + "<w:moveTo><w:r><w:t>日前</w:t></w:r></w:moveTo></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上半</w:t></w:r></w:p>" + p("下半")
                + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("", "删") + tc("", "行") + "</w:tr><w:tr>" + tc("", "留")
                + tc("", "行") + "</w:tr></w:tbl>");

        assertThat(paragraphs(paper)).containsExactly("9月30日前", "上半下半");
        assertThat(table(paper)).containsExactly(List.of("留", "行"));
    }

    @Test
    void textBoxesFollowTheirParagraphOnce() {
        Paper paper =
                read("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
                        + p("框中")
                        + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
                        + p("框中") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                        + "<w:r><w:t>正文</w:t></w:r></w:p>");

        assertThat(paragraphs(paper)).containsExactly("正文", "框中");
    }

    @Test
    void controlsLinksAndFieldsAreReadThroughAndHiddenTextIsNot() {
        Paper paper = read("<w:sdt><w:sdtPr/><w:sdtContent>" + p("控件") + "</w:sdtContent></w:sdt>"
                + "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>标</w:t></w:r></w:smartTag>"
                + "<w:fldSimple w:instr=\"DATE\"><w:r><w:t>域</w:t></w:r></w:fldSimple>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>　　首行</w:t><w:br/><w:t>次行</w:t><w:tab/><w:t>后</w:t></w:r></w:p>");

        assertThat(paragraphs(paper)).containsExactly("控件", "链接标域7", "首行", "次行\t后");
    }

    @Test
    void automaticNumbersAreShownAsOnTheScreen() {
        String numbering = "<w:abstractNum w:abstractNumId=\"4\">" + level(0, "chineseCountingThousand", "%1、")
                + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
                + level(3, "decimalEnclosedCircle", "%4")
                + "</w:abstractNum><w:abstractNum w:abstractNumId=\"5\">" + level(0, "decimal", "第%1条")
                + level(1, "bullet", "●")
                + level(2, "decimal", "%1.%3") + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                + "</w:lvlOverride></w:num>";
        String styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"条\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
                        + "</w:style><w:style w:type=\"paragraph\" w:styleId=\"子\"><w:basedOn w:val=\"条\"/></w:style>";
        String body = listed(1, 0, "总体要求") + listed(1, 1, "指导思想") + listed(1, 1, "基本原则") + listed(1, 0, "重点任务")
                + listed(1, 1, "优化服务") + listed(1, 2, "一网通办") + listed(1, 2, "2026年办结") + listed(1, 3, "圈")
                + listed(1, 0, "三、自己写的号") + listed(1, 0, "保障措施") + listed(3, 0, "另起一列")
                + "<w:p><w:pPr><w:pStyle w:val=\"子\"/></w:pPr><w:r><w:t>为了规范。</w:t></w:r></w:p>" + listed(2, 1, "圆点")
                + listed(2, 2, "多级")
                + "<w:p><w:pPr><w:pStyle w:val=\"条\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>无号</w:t></w:r></w:p>";

        assertThat(paragraphs(PaperReader.read("方案.docx", docxWithLists(body, numbering, styles))))
                .containsExactly(
                        "一、总体要求",
                        "（一）指导思想",
                        "（二）基本原则",
                        "二、重点任务",
                        "（一）优化服务",
                        "1.一网通办",
                        "2. 2026年办结",
                        "①圈",
                        "三、自己写的号",
                        "四、保障措施",
                        "一、另起一列",
                        "第1条为了规范。",
                        "圆点",
                        "1.1 多级",
                        "无号");
    }

    @Test
    void numbersAreCountedAsInChinese() {
        assertThat(List.of(1, 10, 11, 20, 21, 100, 105, 110, 1001))
                .extracting(number -> Numerals.of("chineseCountingThousand", number))
                .containsExactly("一", "十", "十一", "二十", "二十一", "一百", "一百零五", "一百一十", "一千零一");
        assertThat(Numerals.of("ideographTraditional", 3)).isEqualTo("丙");
        assertThat(Numerals.of("upperLetter", 27)).isEqualTo("AA");
        assertThat(Numerals.of("lowerRoman", 14)).isEqualTo("xiv");
    }

    @Test
    void realPapersAreReadQuickly() throws IOException {
        assumeThat(REAL_PAPERS).exists();
        byte[] file = Files.readAllBytes(REAL_PAPERS.resolve("D11.layout-table.docx"));
        Paper paper = PaperReader.read("D11.docx", file);
        assertThat(tables(paper).get(0).rows()).hasSize(18).allMatch(row -> row.size() == 4);

        Paper text = PaperReader.read("D02.docx", Files.readAllBytes(REAL_PAPERS.resolve("D02.docx")));
        assertThat(paragraphs(text))
                .startsWith("国务院办公厅关于进一步优化营商环境更好服务市场主体的实施意见", "国办发〔2020〕24号")
                .contains("一、持续提升投资建设便利度");
        assertThat(text.text()).isEqualTo(text.text().strip());
    }

    private static Paper read(String body) {
        return PaperReader.read("通知.docx", docxWithBody(body));
    }

    private static String p(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }

    private static String listed(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr>" + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }
}
