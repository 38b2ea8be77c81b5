package org.luoshi.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;

/** Small Word files for tests, written and read. */
final class WordFiles {

    private WordFiles() {}

    /** The text of each paragraph of the body. */
    static List<String> lines(byte[] document) {
        try (XWPFDocument word = open(document)) {
            return word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> cells(byte[] document) {
        try (XWPFDocument word = open(document)) {
            return word.getTables().get(0).getRows().stream()
                    .map(row -> row.getTableCells().stream()
                            .map(cell -> cell.getText())
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] withLines(String... lines) {
        return template(word -> {
            for (String line : lines) {
                word.createParagraph().createRun().setText(line);
            }
        });
    }

    static byte[] withTable(String first, String second) {
        return template(word -> {
            XWPFTable table = word.createTable(3, 2);
            List<List<String>> texts = List.of(List.of("序号", "内容"), List.of(first, second), List.of("合计", "2"));
            for (int i = 0; i < texts.size(); i++) {
                XWPFTableRow row = table.getRow(i);
                row.getCell(0).setText(texts.get(i).get(0));
                row.getCell(1).setText(texts.get(i).get(1));
            }
        });
    }

    static byte[] template(Consumer<XWPFDocument> writer) {
        try (XWPFDocument word = new XWPFDocument()) {
            writer.accept(word);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One white point. */
    static void picture(XWPFParagraph paragraph) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", png);
            paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png.toByteArray()), PictureType.PNG, "seal.png", 12_700, 12_700);
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static XmlObject xml(String text) {
        try {
            XmlCursor cursor = XmlObject.Factory.parse(text).newCursor();
            cursor.toFirstChild();
            return cursor.getObject();
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    static XWPFDocument open(byte[] document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(document));
    }

    static Map<String, String> parts(byte[] document) {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
