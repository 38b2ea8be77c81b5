package org.luoshi.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.wp.usermodel.HeaderFooterType;
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
 * Draws {@code documents/bulletin.docx} and {@code documents/erratum.docx}: A4, title 22 pt, body 16 pt on lines of 28 pt, tables 12 pt. Run
 * {@code main} to write them anew after a change here.
 */
final class BulletinTemplate {

    private static final Path SHIPPED = Path.of("src/main/resources/documents");
    private static final String TITLE = "方正小标宋简体";
    private static final String HEADING = "黑体";
    private static final String BODY = "仿宋";
    private static final String ASIDE = "楷体";

    private final XWPFDocument document = new XWPFDocument();

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
        page();
        footer();
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
        try (document) {
            document.getProperties().getCoreProperties().setCreator("落实");
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            document.write(drawn);
            return drawn.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static void lines(XWPFParagraph paragraph, int points) {
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
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
