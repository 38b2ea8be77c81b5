package org.luoshi.meetings.venue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/**
 * Draws {@code documents/handbook.docx}: A4 and margins of GB/T 9704, a cover, then agenda, chapters, people, seats and lines for notes, page number
 * between dashes. Run {@code main} to write it anew after a change here.
 */
final class HandbookTemplate {

    private static final Path SHIPPED = Path.of("src/main/resources/documents/handbook.docx");
    private static final String TITLE = "方正小标宋简体";
    private static final String HEADING = "黑体";
    private static final String BODY = "仿宋";
    private static final int LINES_FOR_NOTES = 16;

    private final XWPFDocument document = new XWPFDocument();

    public static void main(String[] arguments) throws IOException {
        Files.write(SHIPPED, drawn());
    }

    static byte[] drawn() {
        return new HandbookTemplate().draw();
    }

    private byte[] draw() {
        page();
        footer();
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
        try (document) {
            document.getProperties().getCoreProperties().setCreator("落实");
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            document.write(drawn);
            return drawn.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static void run(XWPFParagraph paragraph, String font, int points, String text) {
        write(paragraph.getCTP().addNewR(), font, points, text);
    }

    private static void write(CTR run, String font, int points, String text) {
        CTRPr look = run.addNewRPr();
        CTFonts fonts = look.addNewRFonts();
        fonts.setEastAsia(font);
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        look.addNewSz().setVal(BigInteger.valueOf(2L * points));
        look.addNewSzCs().setVal(BigInteger.valueOf(2L * points));
        CTText words = run.addNewT();
        words.setStringValue(text);
        words.setSpace(SpaceAttribute.Space.PRESERVE);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(millimetres(37));
        margins.setLeft(millimetres(28));
        margins.setRight(millimetres(26));
        margins.setBottom(millimetres(35));
        margins.setHeader(millimetres(15));
        margins.setFooter(millimetres(25));
        margins.setGutter(BigInteger.ZERO);
    }

    private void footer() {
        XWPFParagraph footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setAlignment(ParagraphAlignment.CENTER);
        run(footer, "宋体", 14, "— ");
        CTSimpleField number = footer.getCTP().addNewFldSimple();
        number.setInstr("PAGE");
        write(number.addNewR(), "宋体", 14, "1");
        run(footer, "宋体", 14, " —");
    }

    private static BigInteger millimetres(int length) {
        return BigInteger.valueOf(Math.round(length * 1440 / 25.4));
    }
}
