package org.luoshi.documents;

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

/**
 * Draws {@code documents/meeting-notice.docx}: A4 and margins of GB/T 9704, title 22 pt, body 16 pt on lines of 28 pt, page number between dashes. Run
 * {@code main} to write it anew after a change here.
 */
final class MeetingNoticeTemplate {

    private static final Path SHIPPED = Path.of("src/main/resources/documents/meeting-notice.docx");

    private final OfficialPaper paper = new OfficialPaper();
    private final XWPFDocument document = paper.document();

    public static void main(String[] arguments) throws IOException {
        Files.write(SHIPPED, drawn());
    }

    static byte[] drawn() {
        return new MeetingNoticeTemplate().draw();
    }

    private byte[] draw() {
        title();
        when("units.any", () -> run(plain(), BODY, 16, "{{units}}："));
        line(BODY, "{{opening}}");
        for (String fact :
                new String[] {"time", "place", "chair", "agenda", "dress", "materials", "report", "contact", "words"}) {
            when(fact + ".any", () -> fact(fact));
        }
        signed("{{office}}");
        signed("{{date}}");
        when("quota.any", this::quota);
        return paper.drawnWithFonts();
    }

    private void title() {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        lines(title, 36);
        title.setSpacingAfter(28 * 20);
        run(title, TITLE, 22, "{{title}}{{?version.any}}{{version}}{{/version.any}}");
    }

    private void fact(String name) {
        XWPFParagraph fact = indented();
        run(fact, HEADING, 16, "{{" + name + "Label}}");
        run(fact, BODY, 16, "{{" + name + "}}");
    }

    /** At the right, two characters from the margin. */
    private void signed(String text) {
        XWPFParagraph line = plain();
        line.setAlignment(ParagraphAlignment.RIGHT);
        line.setIndentationRight(2 * 16 * 20);
        run(line, BODY, 16, text);
    }

    /** How many people each unit sends, on a page of its own. */
    private void quota() {
        XWPFParagraph heading = plain();
        heading.setPageBreak(true);
        run(heading, HEADING, 16, "{{quotaLabel}}");
        XWPFTable table = document.createTable(2, 3);
        table.setWidth("100%");
        String[] columns = {"unit", "seats", "who"};
        for (int i = 0; i < columns.length; i++) {
            String column = columns[i];
            String label = "{{quota" + Character.toUpperCase(column.charAt(0)) + column.substring(1) + "Label}}";
            run(table.getRow(0).getCell(i).getParagraphs().get(0), HEADING, 14, label);
            run(
                    table.getRow(1).getCell(i).getParagraphs().get(0),
                    BODY,
                    14,
                    (i == 0 ? "{{#quota}}" : "") + "[" + column + "]");
        }
        table.getRow(0).setRepeatHeader(true);
    }

    private void when(String section, Runnable content) {
        line(BODY, "{{?" + section + "}}");
        content.run();
        line(BODY, "{{/" + section + "}}");
    }

    private XWPFParagraph line(String font, String text) {
        XWPFParagraph line = indented();
        run(line, font, 16, text);
        return line;
    }

    private XWPFParagraph indented() {
        XWPFParagraph line = plain();
        line.setAlignment(ParagraphAlignment.BOTH);
        line.setIndentationFirstLine(2 * 16 * 20);
        return line;
    }

    private XWPFParagraph plain() {
        XWPFParagraph line = document.createParagraph();
        lines(line, 28);
        return line;
    }
}
