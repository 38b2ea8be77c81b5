package org.luoshi.ledger.paper;

import static org.luoshi.documents.OfficialPaper.BODY;
import static org.luoshi.documents.OfficialPaper.HEADING;
import static org.luoshi.documents.OfficialPaper.TITLE;
import static org.luoshi.documents.OfficialPaper.lines;
import static org.luoshi.documents.OfficialPaper.run;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.luoshi.documents.OfficialPaper;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** What the sheets of the ledger are drawn of: a centred title, a line of number and day, ruled tables, a signature at the right. */
final class PaperSheet {

    /** Between the margins of the sheet, in twentieths of a point. */
    private static final int WIDTH = 8844;

    private static final int LABEL = 1700;
    private static final int SIZE = 14;

    private final OfficialPaper paper = new OfficialPaper();
    private final XWPFDocument document = paper.document();

    byte[] drawn() {
        return paper.drawnWithFonts();
    }

    void title(String text) {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        lines(title, 36);
        title.setSpacingAfter(10 * 20);
        run(title, TITLE, 22, text);
    }

    /** Two texts on one line: one at each margin. */
    void line(String left, String right) {
        XWPFParagraph line = document.createParagraph();
        lines(line, 24);
        line.setSpacingAfter(4 * 20);
        var tab = line.getCTP().getPPr().addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(WIDTH));
        run(line, BODY, SIZE, left);
        line.getCTP().addNewR().addNewTab();
        run(line, BODY, SIZE, right);
    }

    /** A ruled table of a label and what is said, row by row: {@code label, value, label, value …}. */
    void facts(String... labelsAndValues) {
        XWPFTable table = table(labelsAndValues.length / 2, LABEL, WIDTH - LABEL);
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            XWPFTableRow row = table.getRow(i / 2);
            label(row.getCell(0), labelsAndValues[i]);
            value(row.getCell(1), labelsAndValues[i + 1]);
        }
    }

    /** One row of the same look whose right side is repeated for each entry of a list. */
    void points(String label, String list, String text) {
        XWPFTable table = table(1, LABEL, WIDTH - LABEL);
        label(table.getRow(0).getCell(0), label);
        XWPFTableCell cell = table.getRow(0).getCell(1);
        value(cell, "{{?" + list + "}}");
        inside(cell.addParagraph(), text);
        inside(cell.addParagraph(), "{{/" + list + "}}");
    }

    /** A table with a head that is repeated on each page and one row for each entry of a list. */
    void list(String list, int[] widths, String... headsAndColumns) {
        XWPFTable table = table(2, widths);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < widths.length; i++) {
            label(table.getRow(0).getCell(i), headsAndColumns[2 * i]);
            value(
                    table.getRow(1).getCell(i),
                    (i == 0 ? "{{#" + list + "}}" : "") + "[" + headsAndColumns[2 * i + 1] + "]");
        }
    }

    /** A row with room to write by hand. */
    void room(String label, String value, int millimetres) {
        XWPFTable table = table(1, LABEL, WIDTH - LABEL);
        table.getRow(0).setHeight(Math.round(millimetres * 1440f / 25.4f));
        label(table.getRow(0).getCell(0), label);
        value(table.getRow(0).getCell(1), value);
        table.getRow(0).getCell(1).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.TOP);
    }

    void heading(String text) {
        XWPFParagraph heading = document.createParagraph();
        lines(heading, 26);
        heading.setSpacingBefore(8 * 20);
        heading.setKeepNext(true);
        run(heading, HEADING, SIZE, text);
    }

    void note(String text) {
        XWPFParagraph note = document.createParagraph();
        lines(note, 24);
        note.setSpacingBefore(8 * 20);
        note.setIndentationFirstLine(2 * SIZE * 20);
        run(note, BODY, SIZE, text);
    }

    void when(String section, Runnable content) {
        mark("{{?" + section + "}}");
        content.run();
        mark("{{/" + section + "}}");
    }

    void signed(String... texts) {
        for (int i = 0; i < texts.length; i++) {
            XWPFParagraph line = document.createParagraph();
            lines(line, 26);
            line.setSpacingBefore(i == 0 ? 16 * 20 : 0);
            line.setAlignment(ParagraphAlignment.RIGHT);
            line.setIndentationRight(2 * SIZE * 20);
            run(line, BODY, SIZE, texts[i]);
        }
    }

    private void mark(String text) {
        run(document.createParagraph(), BODY, SIZE, text);
    }

    private XWPFTable table(int rows, int... widths) {
        XWPFTable table = document.createTable(rows, widths.length);
        table.setWidth(WIDTH);
        table.setTableAlignment(TableRowAlign.CENTER);
        CTTbl ruled = table.getCTTbl();
        ruled.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = ruled.getTblGrid() == null ? ruled.addNewTblGrid() : ruled.getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (XWPFTableRow row : table.getRows()) {
            row.setCantSplitRow(true);
            for (int i = 0; i < widths.length; i++) {
                row.getCell(i).setWidth(String.valueOf(widths[i]));
                row.getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            }
        }
        table.setCellMargins(60, 100, 60, 100);
        return table;
    }

    private static void label(XWPFTableCell cell, String text) {
        XWPFParagraph label = cell.getParagraphs().get(0);
        label.setAlignment(ParagraphAlignment.CENTER);
        lines(label, 22);
        run(label, HEADING, SIZE, text);
    }

    private static void value(XWPFTableCell cell, String text) {
        inside(cell.getParagraphs().get(0), text);
    }

    private static void inside(XWPFParagraph paragraph, String text) {
        lines(paragraph, 22);
        run(paragraph, BODY, SIZE, text);
    }
}
