package org.luoshi.files.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people and enemies send them, made here and nowhere kept. */
final class Samples {

    private Samples() {}

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

    static byte[] docxWithHeader(String header, String body) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(body);
                document.createHeader(HeaderFooterType.DEFAULT)
                        .createParagraph()
                        .createRun()
                        .setText(header);
                document.write(out);
            }
        });
    }

    static byte[] docxWithTable(String left, String right) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                var row = document.createTable(1, 2).getRow(0);
                row.getCell(0).setText(left);
                row.getCell(1).setText(right);
                document.write(out);
            }
        });
    }

    /** A body of one's own in an otherwise proper document. */
    static byte[] docxWithBody(String bodyXml) {
        return replace(
                docx("x"),
                "word/document.xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>"
                                + bodyXml + "</w:body></w:document>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static byte[] xlsx(String[]... rows) {
        return bytes(out -> {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                var sheet = workbook.createSheet("台账");
                for (int i = 0; i < rows.length; i++) {
                    var row = sheet.createRow(i);
                    for (int j = 0; j < rows[i].length; j++) {
                        row.createCell(j).setCellValue(rows[i][j]);
                    }
                }
                workbook.write(out);
            }
        });
    }

    static byte[] xlsxWithHiddenSheetHeader(String header) {
        return bytes(out -> {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                workbook.createSheet("一").createRow(0).createCell(0).setCellValue("正文");
                workbook.createSheet("二").getHeader().setLeft(header);
                workbook.setSheetHidden(1, true);
                workbook.write(out);
            }
        });
    }

    static byte[] pptx(String text) {
        return bytes(out -> {
            try (XMLSlideShow show = new XMLSlideShow()) {
                show.createSlide().createTextBox().setText(text);
                show.write(out);
            }
        });
    }

    static byte[] xls(String cell, String textBox) {
        return bytes(out -> {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                var sheet = workbook.createSheet("一");
                sheet.createRow(7).createCell(0).setCellValue(cell);
                sheet.createDrawingPatriarch()
                        .createTextbox(new HSSFClientAnchor(0, 0, 1, 1, (short) 1, 1, (short) 3, 3))
                        .setString(new HSSFRichTextString(textBox));
                workbook.write(out);
            }
        });
    }

    /** PDFBox's own fonts have no Chinese; a note and a title carry it as well as a page does. */
    static byte[] pdf(String note) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage();
                PDAnnotationText annotation = new PDAnnotationText();
                annotation.setContents(note);
                page.setAnnotations(java.util.List.of(annotation));
                document.addPage(page);
                document.save(out);
            }
        });
    }

    static byte[] lockedPdf(String userPassword) {
        return bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
                document.save(out);
            }
        });
    }

    static byte[] lockedDocx() {
        return bytes(out -> {
            try (POIFSFileSystem ole = new POIFSFileSystem()) {
                var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
                encryptor.confirmPassword("geheim");
                try (OutputStream data = encryptor.getDataStream(ole)) {
                    data.write(docx("正文"));
                }
                ole.writeFilesystem(out);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        });
    }

    static byte[] zip(Map<String, byte[]> entries) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    static byte[] replace(byte[] container, String name, byte[] content) {
        Map<String, byte[]> entries = entries(container);
        entries.put(name, content);
        return zip(entries);
    }

    static Map<String, byte[]> entries(byte[] container) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static byte[] odt(String contentXml) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        entries.put("content.xml", utf8("<o:d xmlns:o=\"o\" xmlns:text=\"t\">" + contentXml + "</o:d>"));
        return zip(entries);
    }

    static byte[] ofd(String objects) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("OFD.xml", utf8("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"));
        entries.put(
                "Doc_0/Pages/Page_0/Content.xml",
                utf8("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">" + objects + "</ofd:Page>"));
        return zip(entries);
    }

    static byte[] zeros(int length) {
        byte[] zeros = new byte[length];
        Arrays.fill(zeros, (byte) ' ');
        return zeros;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
