package org.luoshi.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.luoshi.intake.reading.Paper.Paragraph;
import org.luoshi.intake.reading.Paper.Table;
import org.luoshi.shared.BusinessException;

/** Real files of each kind, made here, and what is asked of a paper. */
final class ReadingSamples {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private ReadingSamples() {}

    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] resource(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/intake/reading", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] docx(String... paragraphs) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                for (String paragraph : paragraphs) {
                    document.createParagraph().createRun().setText(paragraph);
                }
                document.write(out);
            }
        });
    }

    /** A body of one's own in an otherwise proper document. */
    static byte[] docxWithBody(String bodyXml) {
        return replace(docx("x"), Map.of("word/document.xml", document(bodyXml)));
    }

    static byte[] docxWithLists(String bodyXml, String numberingXml, String stylesXml) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", document(bodyXml));
        parts.put("word/numbering.xml", "<w:numbering xmlns:w=\"" + WORD + "\">" + numberingXml + "</w:numbering>");
        parts.put("word/styles.xml", "<w:styles xmlns:w=\"" + WORD + "\">" + stylesXml + "</w:styles>");
        parts.put(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"" + OFFICE + "numbering\" Target=\"numbering.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"" + OFFICE
                        + "styles\" Target=\"styles.xml\"/></Relationships>");
        String types = text(docx("x"), "[Content_Types].xml");
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        parts.put(
                "[Content_Types].xml",
                types.replace(
                        "</Types>",
                        "<Override PartName=\"/word/numbering.xml\" ContentType=\"" + word + "numbering+xml\"/>"
                                + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + word
                                + "styles+xml\"/></Types>"));
        return replace(docx("x"), parts);
    }

    private static String document(String bodyXml) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + WORD + "\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:v\""
                + " xmlns:wps=\"urn:wps\"><w:body>" + bodyXml + "</w:body></w:document>";
    }

    static byte[] replace(byte[] container, Map<String, String> parts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    private static String text(byte[] container, String part) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(part);
    }

    /** Pages of these contents, in A4, with the font {@code /F} that knows Chinese and {@code /G} that does not say what its signs mean. */
    static byte[] pdf(String... contents) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                PDResources resources = new PDResources();
                COSDictionary fonts = new COSDictionary();
                fonts.setItem("F", font("UniGB-UTF16-H", "GB1"));
                fonts.setItem("G", font("Identity-H", "Identity"));
                resources.getCOSObject().setItem(COSName.FONT, fonts);
                for (String content : contents) {
                    PDPage page = new PDPage(PDRectangle.A4);
                    page.setResources(resources);
                    page.setContents(new PDStream(
                            document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
                    document.addPage(page);
                }
                document.save(out);
            }
        });
    }

    private static COSDictionary font(String encoding, String ordering) {
        COSDictionary system = new COSDictionary();
        system.setString("Registry", "Adobe");
        system.setString("Ordering", ordering);
        system.setInt("Supplement", 0);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 6);
        COSDictionary signs = new COSDictionary();
        signs.setItem(COSName.TYPE, COSName.FONT);
        signs.setName(COSName.SUBTYPE, "CIDFontType0");
        signs.setName(COSName.BASE_FONT, "STSong-Light");
        signs.setItem("CIDSystemInfo", system);
        signs.setItem("FontDescriptor", descriptor);
        signs.setItem("DW", COSInteger.get(1000));
        COSArray descendants = new COSArray();
        descendants.add(signs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.SUBTYPE, "Type0");
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, encoding);
        font.setItem("DescendantFonts", descendants);
        return font;
    }

    /** One line of text, from the lower left corner of the page. */
    static String line(double x, double y, double size, String text) {
        return shown("/F", x, y, size, text);
    }

    static String shown(String font, double x, double y, double size, String text) {
        return "BT " + font + " " + size + " Tf " + x + " " + y + " Td <"
                + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + "> Tj ET\n";
    }

    static String stroke(double x0, double y0, double x1, double y1) {
        return x0 + " " + y0 + " m " + x1 + " " + y1 + " l S\n";
    }

    static List<String> paragraphs(Paper paper) {
        return paper.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .map(paragraph -> paper.text(paragraph.start(), paragraph.end()))
                .toList();
    }

    /** The only table, as texts. */
    static List<List<String>> table(Paper paper) {
        List<Table> tables = tables(paper);
        assertThat(tables).hasSize(1);
        return texts(paper, tables.get(0));
    }

    static List<Table> tables(Paper paper) {
        return paper.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    static List<List<String>> texts(Paper paper, Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(paper::text).toList())
                .toList();
    }

    static void refused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error().code()).isEqualTo(code));
    }
}
