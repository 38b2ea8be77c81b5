package org.luoshi.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/** The sheet that every shipped Word template is drawn on: A4 and margins of GB/T 9704, its fonts, the page number between dashes. */
public final class OfficialPaper {

    public static final String TITLE = "方正小标宋简体";
    public static final String HEADING = "黑体";
    public static final String BODY = "仿宋";
    public static final String ASIDE = "楷体";

    /** What Word takes where a font is not installed. */
    private static final String FONTS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/></w:font>\
            <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/></w:font>\
            <w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312"/><w:charset w:val="86"/></w:font>\
            <w:font w:name="楷体"><w:altName w:val="楷体_GB2312"/><w:charset w:val="86"/></w:font>\
            </w:fonts>""";

    private final XWPFDocument document = new XWPFDocument();

    public OfficialPaper() {
        page();
        footer();
    }

    public XWPFDocument document() {
        return document;
    }

    /** The finished template; nothing can be drawn any more. */
    public byte[] drawn() {
        try (document) {
            document.getProperties().getCoreProperties().setCreator("落实");
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            document.write(drawn);
            return drawn.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, saying what Word takes where a font is not installed. */
    public byte[] drawnWithFonts() {
        try {
            fonts();
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        return drawn();
    }

    /** Lines of exactly so many points. */
    public static void lines(XWPFParagraph paragraph, int points) {
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
    }

    /** Adds text of so many points to a paragraph. */
    public static void run(XWPFParagraph paragraph, String font, int points, String text) {
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
