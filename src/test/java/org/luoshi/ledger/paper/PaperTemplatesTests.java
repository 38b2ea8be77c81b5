package org.luoshi.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.SignedIn;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.documents.DocumentError;
import org.luoshi.documents.TemplateVersion;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The office puts its own sheet in place of the shipped one, and nothing that would fail when it is needed. */
@WholeHouse
class PaperTemplatesTests {

    private static final LedgerPaper PAPER = LedgerPaper.URGE;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private PaperTemplates templates;

    @Autowired
    private Pages pages;

    @Autowired
    private WebApplicationContext house;

    private InventedOffice office;
    private Page page;
    private MockMvcTester mvc;

    @BeforeEach
    void anOffice() {
        office = InventedOffice.in(organization, access);
        page = pages.in(Locale.SIMPLIFIED_CHINESE);
        mvc = MockMvcTester.from(
                house,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
    }

    @AfterEach
    void asShippedAgain() {
        templates.backToShipped(PAPER, page, office.director());
    }

    @Test
    void theOfficesOwnSheetIsUsedUntilTheShippedOneIsWantedAgain() throws IOException {
        TemplateVersion first = replace("自己的.docx", word("云泽督办", "致{{unit}}：{{item}}，{{due}}前办结。{{text}}"));
        assertThat(words(templates.example(PAPER, page, office.director()))).startsWith("云泽督办");
        TemplateVersion second = replace("再改.docx", word("云泽督办二", "{{unit}}"));
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(words(templates.version(PAPER, first.id(), page, office.director())))
                .contains("云泽督办", "{{due}}");
        templates.backToShipped(PAPER, page, office.director());
        assertThat(words(templates.example(PAPER, page, office.director()))).startsWith("催办单");
        PaperTemplate stands = templates.all(page, office.director()).get(PAPER.ordinal());
        assertThat(stands.own()).isNull();
        assertThat(stands.versions()).extracting(TemplateVersion::fileName).startsWith(null, "再改.docx", "自己的.docx");
    }

    @Test
    void theShippedSheetComesBackAsItWasDownloaded() {
        for (LedgerPaper paper : LedgerPaper.values()) {
            byte[] shipped = templates.shipped(paper, page, office.director()).content();
            templates.replace(paper, "下载的.docx", shipped, page, office.director());
            templates.backToShipped(paper, page, office.director());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{{unitt}},                    MISSING_VALUE, unitt",
        "{{unit.getClass()}},          UNKNOWN_TAG,   unit.getClass()",
        "{{?earlier}}x{{/earlier}},    WRONG_KIND,    earlier",
        "{{?text.any}}x,               OPEN_SECTION,  text.any"
    })
    void aTagThatWouldFailIsNamed(String line, DocumentError error, String tag) {
        assertRefused("坏.docx", word(line), error, tag);
    }

    @Test
    void aColumnThatNoListHasIsNamed() {
        byte[] template = word(document -> {
            var table = document.createTable(2, 2);
            table.getRow(1).getCell(0).setText("{{#units}}[unit]");
            table.getRow(1).getCell(1).setText("[telephone]");
        });
        assertThatThrownBy(() -> templates.replace(LedgerPaper.NOTICE, "列.docx", template, page, office.director()))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.details()).containsEntry("tag", "telephone"));
    }

    @Test
    void macrosAreRefusedByNameAndByContent() throws IOException {
        byte[] good = word("{{unit}}");
        assertRefused("宏.docm", good, DocumentError.MACRO, null);
        assertRefused("改名.docx", with(good, "word/vbaProject.bin", new byte[] {1, 2, 3}), DocumentError.MACRO, null);
        byte[] types = text(part(good, "[Content_Types].xml")
                .replace(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        "application/vnd.ms-word.document.macroEnabled.main+xml"));
        assertRefused("改名.docx", with(good, "[Content_Types].xml", types), DocumentError.MACRO, null);
    }

    @Test
    void whatIsNoWordDocumentIsRefused() {
        assertRefused("旧.doc", word("{{unit}}"), DocumentError.NOT_WORD, null);
        assertRefused("文字.docx", text("{{unit}}"), DocumentError.NOT_WORD, null);
        assertRefused("半截.docx", java.util.Arrays.copyOf(word("{{unit}}"), 400), DocumentError.NOT_WORD, null);
        assertRefused("空白.docx", word("没有标记"), DocumentError.NO_TAG, null);
        assertRefused("", new byte[0], PaperError.NO_FILE, null);
    }

    @Test
    void whatIsTooLargeOrBlowsUpIsRefused() throws IOException {
        byte[] noise = new byte[6 * 1024 * 1024];
        new java.util.Random(7).nextBytes(noise);
        byte[] good = word("{{unit}}");
        assertRefused("大.docx", with(good, "word/media/image1.png", noise), DocumentError.TEMPLATE_TOO_LARGE, null);
        byte[] zeros = new byte[80 * 1024 * 1024];
        assertRefused("弹.docx", with(good, "word/media/image1.png", zeros), DocumentError.BOMB, null);
    }

    @Test
    void whatFetchesSomethingFromElsewhereIsRefusedButLinksAreNot() throws IOException {
        byte[] good = word("{{unit}}");
        String name = "word/_rels/settings.xml.rels";
        String types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String outside = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"" + types
                + "%s\" Target=\"http://example.org/a.dotx\" TargetMode=\"External\"/>"
                + "</Relationships>";
        assertRefused(
                "外部.docx", with(good, name, text(outside.formatted("attachedTemplate"))), DocumentError.EXTERNAL, null);
        assertThat(replace("链接.docx", with(good, name, text(outside.formatted("hyperlink")))))
                .isNotNull();
    }

    @Test
    void thePageSaysWhatIsWrongBesideTheFieldAndIsForTheDirectorAlone() {
        MvcTestResult refused = upload(word("{{telephone}}"));
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("模板里的标记“telephone”在这种文书里没有对应的内容", "error-URGE");
        assertThat(upload(word("{{unit}}"))).hasStatus3xxRedirection();
        assertThat(body(get("/ledger/settings/papers", office.director()))).contains("本单位模板", "{{answerDue}}");
        assertThat(get("/ledger/settings/papers", office.officer())).hasStatus(403);
        assertThat(get("/ledger/settings/papers/URGE/current", office.officer()))
                .hasStatus(403);
        assertThatThrownBy(() -> templates.replace(PAPER, "a.docx", word("{{unit}}"), page, office.officer()))
                .isInstanceOf(BusinessException.class);
    }

    private MvcTestResult upload(byte[] content) {
        return mvc.post()
                .multipart()
                .uri("/ledger/settings/papers/URGE")
                .file(new MockMultipartFile("file", "上传.docx", null, content))
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(office.director()))
                .exchange();
    }

    private MvcTestResult get(String address, org.luoshi.shared.Actor actor) {
        return mvc.get()
                .uri(address)
                .header("Accept-Language", "zh-CN")
                .with(SignedIn.as(actor))
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private TemplateVersion replace(String name, byte[] content) {
        return templates.replace(PAPER, name, content, page, office.director());
    }

    private void assertRefused(
            String name, byte[] content, ErrorCode error, @org.jspecify.annotations.Nullable String tag) {
        assertThatThrownBy(() -> replace(name, content)).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(error);
            if (tag != null) {
                assertThat(refusal.details()).containsEntry("tag", tag);
            }
        });
        assertThat(templates.all(page, office.director()).get(PAPER.ordinal()).own())
                .isNull();
    }

    private static byte[] word(String... lines) {
        return word(document -> {
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
        });
    }

    private static byte[] word(Consumer<XWPFDocument> writer) {
        try (XWPFDocument document = new XWPFDocument()) {
            writer.accept(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String words(PaperFile file) throws IOException {
        try (XWPFDocument open = new XWPFDocument(new ByteArrayInputStream(file.content()));
                XWPFWordExtractor words = new XWPFWordExtractor(open)) {
            return words.getText();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String part(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The same file with one part more, or another one in its place. */
    private static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
