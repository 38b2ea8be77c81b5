package org.luoshi.meetings.venue;

import static org.luoshi.documents.OfficialPaper.BODY;
import static org.luoshi.documents.OfficialPaper.HEADING;
import static org.luoshi.documents.OfficialPaper.TITLE;
import static org.luoshi.documents.OfficialPaper.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.luoshi.documents.OfficialPaper;

/**
 * Draws {@code documents/handbook.docx}: A4 and margins of GB/T 9704, a cover, then agenda, chapters, people, seats and lines for notes, page number
 * between dashes. Run {@code main} to write it anew after a change here.
 */
final class HandbookTemplate {

    private static final Path SHIPPED = Path.of("src/main/resources/documents/handbook.docx");
    private static final int LINES_FOR_NOTES = 16;

    private final OfficialPaper paper = new OfficialPaper();
    private final XWPFDocument document = paper.document();

    public static void main(String[] arguments) throws IOException {
        Files.write(SHIPPED, drawn());
    }

    static byte[] drawn() {
        return new HandbookTemplate().draw();
    }

    private byte[] draw() {
        cover();
        section("agenda.any", () -> {
            heading("{{agendaHead}}");
            table(
                    new int[] {16, 60, 24},
                    new String[] {"{{timeHead}}", "{{itemHead}}", "{{speakerHead}}"},
                    new String[] {"{{#agenda}}[time]", "[item]", "[speaker]"});
        });
        section("chapters", () -> {
            heading("{{heading}}");
            line("{{text}}");
        });
        section("people.any", () -> {
            heading("{{peopleHead}}");
            table(
                    new int[] {30, 18, 30, 22},
                    new String[] {"{{unitHead}}", "{{nameHead}}", "{{postHead}}", "{{seatHead}}"},
                    new String[] {"{{#people}}[unit]", "[name]", "[post]", "[seat]"});
        });
        section("rows.any", () -> {
            heading("{{seatsHead}}");
            table(new int[] {20, 80}, new String[] {"{{rowHead}}", "{{nameHead}}"}, new String[] {
                "{{#rows}}[row]", "[names]"
            });
        });
        section("standing.any", () -> line("{{standingHead}}{{standing}}"));
        heading("{{notesHead}}");
        for (int i = 0; i < LINES_FOR_NOTES; i++) {
            ruled();
        }
        return paper.drawn();
    }

    private void cover() {
        for (int i = 0; i < 5; i++) {
            line("");
        }
        centred(TITLE, 26, 44, "{{title}}");
        centred(TITLE, 36, 80, "{{handbookHead}}");
        for (int i = 0; i < 8; i++) {
            line("");
        }
        centred(BODY, 18, 32, "{{whenHead}}{{when}}");
        centred(BODY, 18, 32, "{{placeHead}}{{place}}");
        XWPFParagraph last = centred(BODY, 18, 32, "{{office}}");
        last.setSpacingBefore(28 * 20);
        document.createParagraph().createRun().addBreak(BreakType.PAGE);
    }

    private XWPFParagraph centred(String font, int points, int height, String text) {
        XWPFParagraph line = document.createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        line.setSpacingBetween(height, LineSpacingRule.AT_LEAST);
        run(line, font, points, text);
        return line;
    }

    private void section(String name, Runnable content) {
        line("{{?" + name + "}}");
        content.run();
        line("{{/" + name + "}}");
    }

    private void heading(String text) {
        XWPFParagraph heading = document.createParagraph();
        heading.setSpacingBetween(32, LineSpacingRule.EXACT);
        heading.setSpacingBefore(14 * 20);
        heading.setSpacingAfter(7 * 20);
        heading.setKeepNext(true);
        run(heading, HEADING, 16, text);
    }

    private void line(String text) {
        XWPFParagraph line = document.createParagraph();
        line.setSpacingBetween(28, LineSpacingRule.EXACT);
        line.setAlignment(ParagraphAlignment.BOTH);
        line.setIndentationFirstLine(2 * 16 * 20);
        run(line, BODY, 16, text);
    }

    private void ruled() {
        XWPFParagraph line = document.createParagraph();
        line.setSpacingBetween(28, LineSpacingRule.EXACT);
        line.setBorderBetween(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
        line.setBorderBottom(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
        run(line, BODY, 16, "");
    }

    private void table(int[] widths, String[] heads, String[] row) {
        XWPFTable table = document.createTable(2, heads.length);
        table.setWidth("100%");
        for (int column = 0; column < heads.length; column++) {
            cell(table, 0, column, widths[column], HEADING, heads[column]);
            cell(table, 1, column, widths[column], BODY, row[column]);
        }
        table.getRow(0).setRepeatHeader(true);
        table.getRow(1).setCantSplitRow(true);
    }

    private static void cell(XWPFTable table, int row, int column, int percent, String font, String text) {
        XWPFTableCell cell = table.getRow(row).getCell(column);
        cell.setWidth(percent + "%");
        run(cell.getParagraphs().get(0), font, 12, text);
    }
}
