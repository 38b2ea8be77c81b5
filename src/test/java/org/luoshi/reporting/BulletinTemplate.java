package org.luoshi.reporting;

import static org.luoshi.documents.OfficialPaper.ASIDE;
import static org.luoshi.documents.OfficialPaper.BODY;
import static org.luoshi.documents.OfficialPaper.HEADING;
import static org.luoshi.documents.OfficialPaper.TITLE;
import static org.luoshi.documents.OfficialPaper.lines;
import static org.luoshi.documents.OfficialPaper.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.luoshi.documents.OfficialPaper;

/**
 * Draws {@code documents/bulletin.docx} and {@code documents/erratum.docx}: A4, title 22 pt, body 16 pt on lines of 28 pt, tables 12 pt. Run
 * {@code main} to write them anew after a change here.
 */
final class BulletinTemplate {

    private static final Path SHIPPED = Path.of("src/main/resources/documents");

    private final OfficialPaper paper = new OfficialPaper();
    private final XWPFDocument document = paper.document();

    public static void main(String[] arguments) throws IOException {
        Files.write(SHIPPED.resolve("bulletin.docx"), bulletin());
        Files.write(SHIPPED.resolve("erratum.docx"), erratum());
    }

    static byte[] bulletin() {
        BulletinTemplate template = new BulletinTemplate();
        template.head();
        template.table(
                new int[] {30, 18, 18, 34},
                new String[] {"{{fieldHead}}", "{{figureHead}}", "{{differenceHead}}", "{{completenessHead}}"},
                new String[] {"{{#figures}}[name]", "[sum]", "[difference]", "[known]"});
        template.section("missing.any", () -> template.line(BODY, "{{missing}}"));
        template.section("parts.any", () -> {
            template.line(BODY, "");
            template.table(
                    new int[] {24, 20, 56},
                    new String[] {"{{unitHead}}", "{{reportedHead}}", "{{saidHead}}"},
                    new String[] {"{{#parts}}[name]", "[reported]", "[figures]"});
        });
        return template.drawn();
    }

    static byte[] erratum() {
        BulletinTemplate template = new BulletinTemplate();
        template.head();
        template.table(
                new int[] {30, 18, 18, 34},
                new String[] {"{{fieldHead}}", "{{wasHead}}", "{{nowHead}}", "{{completenessHead}}"},
                new String[] {"{{#figures}}[name]", "[was]", "[now]", "[known]"});
        template.line(BODY, "");
        template.table(
                new int[] {22, 24, 24, 30},
                new String[] {"{{unitHead}}", "{{wasHead}}", "{{nowHead}}", "{{whyHead}}"},
                new String[] {"{{#changes}}[name]", "[was]", "[now]", "[why]"});
        return template.drawn();
    }

    private void head() {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        lines(title, 36);
        run(title, TITLE, 22, "{{title}}");
        XWPFParagraph number = document.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        lines(number, 28);
        number.setSpacingAfter(14 * 20);
        run(number, ASIDE, 16, "{{number}}");
        section("words", () -> line(BODY, "{{text}}"));
        line(ASIDE, "{{asOf}}");
    }

    private byte[] drawn() {
        XWPFParagraph signed = document.createParagraph();
        signed.setAlignment(ParagraphAlignment.RIGHT);
        lines(signed, 28);
        signed.setSpacingBefore(14 * 20);
        run(signed, BODY, 16, "{{signed}}");
        return paper.drawn();
    }

    private void section(String name, Runnable content) {
        line(BODY, "{{?" + name + "}}");
        content.run();
        line(BODY, "{{/" + name + "}}");
    }

    private void line(String font, String text) {
        XWPFParagraph line = document.createParagraph();
        lines(line, 28);
        line.setAlignment(ParagraphAlignment.BOTH);
        line.setIndentationFirstLine(2 * 16 * 20);
        run(line, font, 16, text);
    }

    private void table(int[] widths, String[] heads, String[] row) {
        XWPFTable table = document.createTable(2, heads.length);
        table.setWidth("100%");
        for (int column = 0; column < heads.length; column++) {
            cell(table, 0, column, widths[column], HEADING, heads[column]);
            cell(table, 1, column, widths[column], BODY, row[column]);
        }
        table.getRow(0).setRepeatHeader(true);
    }

    private static void cell(XWPFTable table, int row, int column, int percent, String font, String text) {
        XWPFTableCell cell = table.getRow(row).getCell(column);
        cell.setWidth(percent + "%");
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        run(paragraph, font, 12, text);
    }
}
