package org.luoshi.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
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
 * Draws {@code documents/meeting-notice.docx}: A4 and margins of GB/T 9704, title 22 pt, body 16 pt on lines of 28 pt, page number between dashes. Run
 * {@code main} to write it anew after a change here.
 */
final class MeetingNoticeTemplate {

    private static final Path SHIPPED = Path.of("src/main/resources/documents/meeting-notice.docx");

    private static final String TITLE = "方正小标宋简体";
    private static final String HEADING = "黑体";
    private static final String BODY = "仿宋";

    /** What Word takes where a font is not installed. */
    private static final String FONTS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/></w:font>\
            <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/></w:font>\
            <w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312"/><w:charset w:val="86"/></w:font>\
            </w:fonts>""";

    private final XWPFDocument document = new XWPFDocument();

    public static void main(String[] arguments) throws IOException {
        Files.write(SHIPPED, drawn());
    }

    static byte[] drawn() {
        return new MeetingNoticeTemplate().draw();
    }

    private byte[] draw() {
        page();
        footer();
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
        try (document) {
            fonts();
            document.getProperties().getCoreProperties().setCreator("落实");
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            document.write(drawn);
            return drawn.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
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

    private void fonts() throws InvalidFormatException, IOException {
        PackagePart part = document.getPackage()
                .createPart(
                        PackagingURIHelper.createPartName("/word/fontTable.xml"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
        document.getPackagePart()
                .addRelationship(
                        part.getPartName(),
                        TargetMode.INTERNAL,
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
        try (OutputStream out = part.getOutputStream()) {
            out.write(FONTS.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger millimetres(int length) {
        return BigInteger.valueOf(Math.round(length * 1440 / 25.4));
    }
}
