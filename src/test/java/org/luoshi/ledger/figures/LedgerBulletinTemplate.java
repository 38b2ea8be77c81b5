package org.luoshi.ledger.figures;

import static org.luoshi.documents.OfficialPaper.ASIDE;
import static org.luoshi.documents.OfficialPaper.BODY;
import static org.luoshi.documents.OfficialPaper.HEADING;
import static org.luoshi.documents.OfficialPaper.TITLE;
import static org.luoshi.documents.OfficialPaper.lines;
import static org.luoshi.documents.OfficialPaper.run;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.luoshi.documents.OfficialPaper;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * Draws {@code documents/ledger-bulletin.docx}: title 22 pt, body 16 pt on lines of 28 pt, tables 10 pt. Run {@code main} to write it anew after a
 * change here.
 */
final class LedgerBulletinTemplate {

    private static final int FIRST_COLUMNS = 8;
    private static final int SECOND_COLUMNS = 7;

    /** Between the margins of the sheet, in twentieths of a point. */
    private static final int TEXT_WIDTH = 8844;

    private final OfficialPaper paper = new OfficialPaper();
    private final XWPFDocument document = paper.document();

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of("src/main/resources/documents/ledger-bulletin.docx"), drawn());
    }

    static byte[] drawn() {
        LedgerBulletinTemplate template = new LedgerBulletinTemplate();
        template.head();
        template.section("correction.any", () -> template.line(BODY, 16, "{{correction}}"));
        template.section("opinion", () -> template.line(BODY, 16, "{{text}}"));
        template.section("changes.any", template::changes);
        template.section("sections", template::tables);
        template.section("scores.any", template::scores);
        template.line(ASIDE, 14, "{{asOf}}");
        template.signed();
        template.heading("{{definitionsHead}}");
        template.section("definitions", () -> template.small("{{name}}：{{text}}"));
        template.section("hash.any", () -> template.small("{{hash}}"));
        return template.paper.drawn();
    }

    private void head() {
        centred(TITLE, 22, "{{title}}", 36);
        centred(ASIDE, 16, "{{period}}", 28);
        XWPFParagraph number = centred(ASIDE, 16, "{{number}}", 28);
        number.setSpacingAfter(14 * 20);
    }

    private XWPFParagraph centred(String font, int points, String text, int line) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        lines(paragraph, line);
        run(paragraph, font, points, text);
        return paragraph;
    }

    private void changes() {
        heading("{{changesHead}}");
        table(
                new int[] {28, 24, 24, 24},
                new String[] {"", "", "", ""},
                new String[] {"{{#changes}}[line]", "[indicator]", "[was]", "[now]"},
                false);
    }

    private void tables() {
        heading("{{heading}}");
        section("words", () -> line(BODY, 16, "{{text}}"));
        indicators("a", FIRST_COLUMNS);
        small("");
        indicators("b", SECOND_COLUMNS);
        small("");
    }

    private void indicators(String prefix, int columns) {
        int[] widths = new int[columns + 1];
        String[] heads = new String[columns + 1];
        String[] row = new String[columns + 1];
        widths[0] = 20;
        heads[0] = "{{by}}";
        row[0] = "{{#" + prefix + "Rows}}[name]";
        for (int column = 0; column < columns; column++) {
            widths[column + 1] = 80 / columns;
            heads[column + 1] = "{{" + prefix + "Head" + column + "}}";
            row[column + 1] = "[c" + column + "]";
        }
        table(widths, heads, row, true);
    }

    private void scores() {
        heading("{{scoresHead}}");
        table(
                new int[] {40, 20, 20, 20},
                new String[] {"", "", "", ""},
                new String[] {"{{#scores}}[name]", "[score]", "[events]", "[rules]"},
                false);
    }

    private void signed() {
        XWPFParagraph signed = document.createParagraph();
        signed.setAlignment(ParagraphAlignment.RIGHT);
        lines(signed, 28);
        signed.setSpacingBefore(14 * 20);
        run(signed, BODY, 14, "{{signed}}");
    }

    private void section(String name, Runnable content) {
        line(BODY, 16, "{{?" + name + "}}");
        content.run();
        line(BODY, 16, "{{/" + name + "}}");
    }

    private void heading(String text) {
        XWPFParagraph heading = document.createParagraph();
        lines(heading, 28);
        heading.setSpacingBefore(7 * 20);
        heading.setKeepNext(true);
        heading.setIndentationFirstLine(2 * 16 * 20);
        run(heading, HEADING, 16, text);
    }

    private void line(String font, int points, String text) {
        XWPFParagraph line = document.createParagraph();
        lines(line, 28);
        line.setAlignment(ParagraphAlignment.BOTH);
        line.setIndentationFirstLine(2 * points * 20);
        run(line, font, points, text);
    }

    private void small(String text) {
        XWPFParagraph line = document.createParagraph();
        lines(line, 16);
        run(line, BODY, 10, text);
    }

    private void table(int[] widths, String[] heads, String[] row, boolean headed) {
        XWPFTable table = document.createTable(headed ? 2 : 1, heads.length);
        table.setWidth(String.valueOf(TEXT_WIDTH));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTbl drawn = table.getCTTbl();
        CTTblGrid grid = drawn.getTblGrid() == null ? drawn.addNewTblGrid() : drawn.getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) TEXT_WIDTH * width / 100));
        }
        for (int column = 0; column < heads.length; column++) {
            if (headed) {
                cell(table, 0, column, widths[column], HEADING, heads[column]);
            }
            cell(table, headed ? 1 : 0, column, widths[column], BODY, row[column]);
        }
        if (headed) {
            table.getRow(0).setRepeatHeader(true);
        }
    }

    private static void cell(XWPFTable table, int row, int column, int percent, String font, String text) {
        XWPFTableCell cell = table.getRow(row).getCell(column);
        cell.setWidth(String.valueOf(TEXT_WIDTH * percent / 100));
        if (column > 0) {
            cell.getParagraphs().get(0).setAlignment(ParagraphAlignment.CENTER);
        }
        run(cell.getParagraphs().get(0), font, 10, text);
    }
}
