package org.luoshi.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.intake.reading.ReadingSamples.bytes;
import static org.luoshi.intake.reading.ReadingSamples.docx;
import static org.luoshi.intake.reading.ReadingSamples.docxWithBody;
import static org.luoshi.intake.reading.ReadingSamples.line;
import static org.luoshi.intake.reading.ReadingSamples.pdf;
import static org.luoshi.intake.reading.ReadingSamples.refused;
import static org.luoshi.intake.reading.ReadingSamples.resource;
import static org.luoshi.intake.reading.ReadingSamples.shown;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.luoshi.shared.BusinessException;

/** Nothing that is broken, hostile or unreadable leads to anything but a refusal with a reason. */
class BadInputTests {

    @Test
    void whatHasNoTextIsEmpty() {
        refused("files.empty", () -> PaperReader.read("空.docx", new byte[0]));
        refused("intake.reading.empty", () -> PaperReader.read("空.docx", docx("  ", "　")));
        refused("intake.reading.empty", () -> PaperReader.read("空.txt", utf8(" \n　\n")));
        refused("intake.reading.empty", () -> PaperReader.ofText("\uFEFF \n"));
        refused("intake.reading.empty", () -> PaperReader.read("空.pdf", pdf("")));
        refused(
                "intake.reading.empty",
                () -> PaperReader.read(
                        "空.html", utf8("<html><head><script>var a = '市财政局';</script></head><body></body></html>")));
        refused(
                "intake.reading.empty",
                () -> PaperReader.read("空.xlsx", bytes(out -> {
                    try (XSSFWorkbook book = new XSSFWorkbook()) {
                        book.createSheet("空");
                        book.write(out);
                    }
                })));
    }

    @Test
    void encryptedFilesAreRefused() {
        refused("files.encrypted", () -> PaperReader.read("锁.docx", lockedDocx()));
        refused(
                "files.encrypted",
                () -> PaperReader.read("锁.pdf", bytes(out -> {
                    try (PDDocument document = new PDDocument()) {
                        document.addPage(new PDPage());
                        document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
                        document.save(out);
                    }
                })));
    }

    @Test
    void halfAFileIsDamaged() {
        byte[] workbook = bytes(out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.createSheet("表").createRow(0).createCell(0).setCellValue("甲");
                book.write(out);
            }
        });
        refused("files.damaged", () -> PaperReader.read("残.docx", half(docx("正文"))));
        refused("files.damaged", () -> PaperReader.read("残.xlsx", half(workbook)));
        refused("files.damaged", () -> PaperReader.read("残.ofd", half(resource("notice.ofd"))));
        assertThat(catchRefusal(half(resource("notice.pdf")), "残.pdf"))
                .matches("(files|intake\\.reading)\\.(damaged|empty)");
        assertThat(catchRefusal(half(resource("lists-and-tables.doc")), "残.doc"))
                .endsWith(".damaged");
        refused("files.damaged", () -> PaperReader.read("残.docx", docxWithBody("<w:p><w:r>")));
    }

    /** The way a file breaks cannot be foreseen; whatever it is, it ends as a refusal or is read. */
    @Test
    void rubbishInAFileIsNeverAFault() {
        Random random = new Random(7);
        for (String name : new String[] {"notice.pdf", "task-table.pdf", "notice.ofd", "lists-and-tables.doc"}) {
            for (int round = 0; round < 25; round++) {
                byte[] broken = resource(name).clone();
                for (int i = 0; i < 40; i++) {
                    broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
                }
                try {
                    assertThat(PaperReader.read(name, broken).blocks()).isNotEmpty();
                } catch (BusinessException refusal) {
                    assertThat(refusal.error().code()).matches("(files|intake)\\..*");
                }
            }
        }
    }

    @Test
    void aBombIsNotUnpacked() {
        byte[] bomb = bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(utf8("<Types a=\"wordprocessingml.document.main+xml\"/>"));
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                for (int i = 0; i < 200; i++) {
                    zip.write(new byte[1024 * 1024]);
                }
            }
        });

        refused("files.bomb", () -> PaperReader.read("弹.docx", bomb));
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<w:tbl><w:tr><w:tc>".repeat(20_000) + "</w:tc></w:tr></w:tbl>".repeat(20_000);

        refused("intake.reading.too-long", () -> PaperReader.read("深.docx", docxWithBody(deep)));
    }

    @Test
    void moreThanTwoThousandPagesAreTooMany() {
        String[] pages = new String[2001];
        Arrays.fill(pages, line(72, 700, 16, "一页"));

        refused("intake.reading.too-many-pages", () -> PaperReader.read("厚.pdf", pdf(pages)));
    }

    @Test
    void moreThanTwoMillionCharactersAreTooLong() {
        refused("intake.reading.too-long", () -> PaperReader.ofText("市财政局牵头。\n".repeat(260_000)));
    }

    @Test
    void aScanIsCalledAScan() {
        byte[] scan = bytes(out -> {
            try (PDDocument document = new PDDocument()) {
                for (int i = 0; i < 3; i++) {
                    PDPage page = new PDPage();
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.drawImage(
                                LosslessFactory.createFromImage(
                                        document, new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB)),
                                0,
                                0,
                                600,
                                800);
                    }
                }
                document.save(out);
            }
        });

        refused("intake.reading.scanned", () -> PaperReader.read("扫.pdf", scan));
    }

    @Test
    void garbledCharactersAreNotGuessedAt() {
        String signs = "各县人民政府市政府各部门各直属机构围绕群众反映突出的办事难办事慢问题坚持目标导向";

        refused("intake.reading.garbled", () -> PaperReader.read("乱.pdf", pdf(shown("/G", 72, 700, 12, signs))));
        refused(
                "intake.reading.garbled",
                () -> PaperReader.read("乱.pdf", pdf(line(72, 700, 12, "\uE001\uE002\uE003\uE004".repeat(12)))));
        refused(
                "intake.reading.garbled",
                () -> PaperReader.read("乱.pdf", pdf(line(72, 700, 12, "ÖÐ»ªÈËÃñ¹²ºÍ¹ú".repeat(6)))));
    }

    @Test
    void aSecretMarkIsRefusedInFilesNamesAndPastedText() {
        refused("files.marked", () -> PaperReader.read("通知.docx", docx("秘密★1年", "关于某事的通知")));
        refused("files.marked", () -> PaperReader.read("机密★通知.docx", docx("关于某事的通知")));
        refused(
                "files.marked",
                () -> PaperReader.read("通知.html", utf8("<html><body><p>机<b>密</b>★10年</p></body></html>")));
        refused("files.marked", () -> PaperReader.ofText("绝密★长期\n关于某事的通知"));
    }

    @Test
    void whatHoldsNoReadableTasksIsNamedForWhatItIs() {
        byte[] picture = bytes(out -> ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", out));
        byte[] slides = bytes(out -> {
            try (XMLSlideShow show = new XMLSlideShow()) {
                show.createSlide();
                show.write(out);
            }
        });

        refused("intake.reading.unsupported", () -> PaperReader.read("图.png", picture));
        refused("intake.reading.unsupported", () -> PaperReader.read("片.pptx", slides));
        refused("files.name-contradicts-content", () -> PaperReader.read("新.doc", docx("正文")));
        refused(
                "files.name-contradicts-content",
                () -> PaperReader.read("页.doc", utf8("<html><body>正文</body></html>")));
        refused("files.type-not-accepted", () -> PaperReader.read("富.doc", utf8("{\\rtf1\\ansi text}")));
    }

    private static byte[] lockedDocx() {
        return bytes(out -> {
            try (POIFSFileSystem ole = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
                encryptor.confirmPassword("密码");
                try (OutputStream data = encryptor.getDataStream(ole)) {
                    data.write(docx("正文"));
                }
                ole.writeFilesystem(out);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        });
    }

    private static String catchRefusal(byte[] content, String name) {
        try {
            PaperReader.read(name, content);
            return "";
        } catch (BusinessException refusal) {
            return refusal.error().code();
        }
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
