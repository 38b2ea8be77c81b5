package org.luoshi.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.documents.WordFiles.cells;
import static org.luoshi.documents.WordFiles.open;
import static org.luoshi.documents.WordFiles.parts;
import static org.luoshi.documents.WordFiles.picture;
import static org.luoshi.documents.WordFiles.template;
import static org.luoshi.documents.WordFiles.withLines;
import static org.luoshi.documents.WordFiles.withTable;
import static org.luoshi.documents.WordFiles.xml;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.shared.BusinessException;
import org.slf4j.LoggerFactory;

class DocumentsTests {

    private final DocumentsApi documents = new DocumentsApi();

    @BeforeAll
    static void theEngineTellsEachStep() {
        ((Logger) LoggerFactory.getLogger("com.deepoove.poi")).setLevel(Level.WARN);
    }

    @Test
    void aTagBecomesItsText() {
        assertThat(filled(withLines("关于{{title}}的会议"), Map.of("title", "防汛"))).containsExactly("关于防汛的会议");
    }

    @Test
    void aTagThatWordHasCutIntoRunsIsStillOne() {
        byte[] template = template(word -> {
            XWPFParagraph line = word.createParagraph();
            for (String piece : new String[] {"前{", "{ti", "tl", "e}", "}后"}) {
                line.createRun().setText(piece);
            }
        });
        assertThat(filled(template, Map.of("title", "防汛"))).containsExactly("前防汛后");
    }

    @Test
    void aTextKeepsTheChineseFontOfItsTagWhereverTheTagIsCut() {
        byte[] template = template(word -> {
            XWPFParagraph line = word.createParagraph();
            OfficialPaper.run(line, OfficialPaper.BODY, 16, "事由：{{title}}，{{ti");
            OfficialPaper.run(line, OfficialPaper.HEADING, 16, "tle}}完");
        });
        byte[] filled = documents.fill(template, Map.of("title", "防汛"));
        try (XWPFDocument word = open(filled)) {
            List<String> fonts = word.getParagraphs().get(0).getRuns().stream()
                    .map(run -> run.text() + run.getFontFamily(XWPFRun.FontCharRange.eastAsia))
                    .toList();
            assertThat(fonts).containsExactly("事由：仿宋", "防汛仿宋", "，仿宋", "防汛仿宋", "完黑体");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatATextContainsIsNeverReadAsATag() {
        List<Map<String, Object>> items = List.of(Map.of("text", "{{title}} {{?items}} [text] ${x} #{1+1}"));
        byte[] template = withLines("{{title}}", "{{?items}}", "{{text}}", "{{/items}}");
        assertThat(filled(template, Map.of("title", "{{items}}{{none}}", "items", items)))
                .containsExactly("{{items}}{{none}}", "{{title}} {{?items}} [text] ${x} #{1+1}");
    }

    @Test
    void charactersOfXmlAndRareOnesSurviveAndUnwritableOnesVanish() {
        String text = "<w:p> & \"引号\" 𠮷𡈽 é\u0007\ud800";
        assertThat(filled(withLines("{{title}}"), Map.of("title", text))).containsExactly("<w:p> & \"引号\" 𠮷𡈽 é");
    }

    @Test
    void lineBreaksStay() {
        assertThat(filled(withLines("{{text}}"), Map.of("text", "一\r\n二\n三"))).containsExactly("一\n二\n三");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@picture",
                "+file",
                "*list",
                "title.length",
                "title + 1",
                "T(java.lang.Runtime)",
                "",
                " title ",
                "标题"
            })
    void aTagThatIsNoPlainNameIsRefused(String tag) {
        assertRefused(withLines("{{" + tag + "}}"), Map.of("title", "防汛"), DocumentError.UNKNOWN_TAG, tag);
    }

    @Test
    void aTagWithoutAValueIsRefusedEvenInASectionThatIsNotShown() {
        assertRefused(withLines("{{titel}}"), Map.of("title", "防汛"), DocumentError.MISSING_VALUE, "titel");
        assertRefused(
                withLines("{{?items}}", "{{txet}}", "{{/items}}"),
                Map.of("items", List.of(Map.of("text", "一"))),
                DocumentError.MISSING_VALUE,
                "txet");
        assertRefused(
                withLines("{{?note.any}}", "{{noet}}", "{{/note.any}}"),
                Map.of("note", ""),
                DocumentError.MISSING_VALUE,
                "noet");
    }

    @Test
    void aListIsNoTextAndATextIsNoList() {
        assertRefused(withLines("{{items}}"), Map.of("items", List.of()), DocumentError.WRONG_KIND, "items");
        assertRefused(
                withLines("{{?title}}", "x", "{{/title}}"), Map.of("title", "防汛"), DocumentError.WRONG_KIND, "title");
        assertRefused(withTable("{{#title}}", "[x]"), Map.of("title", "防汛"), DocumentError.WRONG_KIND, "title");
    }

    @Test
    void aSectionNeedsItsPartner() {
        Map<String, Object> values = Map.of("items", List.of(), "votes", List.of());
        assertRefused(withLines("{{?items}}", "x"), values, DocumentError.OPEN_SECTION, "items");
        assertRefused(withLines("x", "{{/items}}"), values, DocumentError.OPEN_SECTION, "items");
        assertRefused(
                withLines("{{?items}}", "{{?votes}}", "{{/items}}", "{{/votes}}"),
                values,
                DocumentError.OPEN_SECTION,
                "items");
    }

    @Test
    void thePicturesOfATemplateStay() throws IOException {
        byte[] template = template(word -> {
            word.createParagraph().createRun().setText("{{?items}}");
            XWPFParagraph line = word.createParagraph();
            picture(line);
            line.createRun().setText("{{text}}");
            word.createParagraph().createRun().setText("{{/items}}");
            picture(word.createHeader(HeaderFooterType.DEFAULT).createParagraph());
        });
        List<Map<String, String>> items = List.of(Map.of("text", "甲"), Map.of("text", "乙"));
        try (XWPFDocument word = open(documents.fill(template, Map.of("items", items)))) {
            assertThat(word.getParagraphs()).extracting(XWPFParagraph::getText).containsExactly("甲", "乙");
            assertThat(word.getParagraphs().get(1).getRuns().get(0).getEmbeddedPictures())
                    .hasSize(1);
            assertThat(word.getHeaderList().get(0).getAllPictures()).hasSize(1);
        }
    }

    @Test
    void aTextBoxIsFilledToo() {
        byte[] template = template(word -> word.createParagraph().getCTP().set(xml("""
                <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
                xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>\
                <w:p><w:r><w:t>{{title}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>""")));
        assertThat(parts(documents.fill(template, Map.of("title", "防汛"))).get("word/document.xml"))
                .contains("防汛")
                .doesNotContain("{{");
    }

    @Test
    void aTagThatTheEngineDoesNotReachIsNotLeftInTheDocument() {
        byte[] template = template(word -> word.createParagraph().getCTP().set(xml("""
                <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
                <w:customXml w:element="x"><w:r><w:t>{{title}}</w:t></w:r></w:customXml></w:p>""")));
        assertRefused(template, Map.of("title", "防汛"), DocumentError.OUT_OF_REACH, "{{title}}");
    }

    @Test
    void whatIsNoWordDocumentIsRefused() {
        for (byte[] file : List.of(new byte[0], "text".getBytes(StandardCharsets.UTF_8), new byte[] {'P', 'K', 3, 4})) {
            assertThatThrownBy(() -> documents.fill(file, Map.of()))
                    .isInstanceOfSatisfying(
                            BusinessException.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(DocumentError.NOT_WORD));
        }
    }

    @Test
    void sectionsRepeatNestAndSeeTheNamesAroundThem() {
        byte[] template = withLines(
                "{{?items.any}}",
                "{{label}}",
                "{{?items}}",
                "{{number}}{{text}}{{?owner.any}}（{{label}}{{owner}}）{{/owner.any}}",
                "{{?points}}",
                "{{number}}-{{point}}",
                "{{/points}}",
                "{{/items}}",
                "{{/items.any}}",
                "完");
        List<Map<String, Object>> items = List.of(
                Map.of("number", "1", "text", "甲", "owner", "", "points", List.of(Map.of("point", "a"))),
                Map.of("number", "2", "text", "乙", "owner", "办公室", "points", List.of()));
        assertThat(filled(template, Map.of("label", "议定", "items", items)))
                .containsExactly("议定", "1甲", "1-a", "2乙（议定办公室）", "完");
        assertThat(filled(template, Map.of("label", "议定", "items", List.of()))).containsExactly("完");
    }

    @Test
    void aTableRowIsRepeatedAndGoesWhereThereIsNothing() {
        byte[] template = withTable("{{#rows}}[number]", "[text]");
        List<Map<String, String>> rows =
                List.of(Map.of("number", "1", "text", "甲 [number]"), Map.of("number", "2", "text", "乙"));
        assertThat(cells(documents.fill(template, Map.of("rows", rows))))
                .containsExactly(
                        List.of("序号", "内容"), List.of("1", "甲 [number]"), List.of("2", "乙"), List.of("合计", "2"));
        assertThat(cells(documents.fill(template, Map.of("rows", List.of()))))
                .containsExactly(List.of("序号", "内容"), List.of("合计", "2"));
    }

    @Test
    void aTableOfFiveHundredRowsKeepsThemAllInOrder() {
        byte[] template = withTable("{{#rows}}[number]", "[text]");
        List<Map<String, String>> rows = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> Map.of("number", "" + number, "text", "甲"))
                .toList();
        assertThat(cells(documents.fill(template, Map.of("rows", rows))))
                .hasSize(502)
                .element(500)
                .isEqualTo(List.of("500", "甲"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[@text]", "[+text]", "[*text]"})
    void aRowCannotFetchPicturesOrFilesEither(String cell) {
        Map<String, Object> values = Map.of("rows", List.of(Map.of("text", "http://127.0.0.1:9/x.png")));
        assertThatThrownBy(() -> documents.fill(withTable("{{#rows}}", cell), values))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(DocumentError.UNKNOWN_TAG));
    }

    @Test
    void aColumnWithoutAValueIsRefused() {
        Map<String, Object> values = Map.of("rows", List.of(Map.of("text", "甲")));
        assertRefused(withTable("{{#rows}}", "[txet]"), values, DocumentError.MISSING_VALUE, "txet");
    }

    @Test
    void headersAndFootersAreFilledToo() throws IOException {
        byte[] template = template(word -> {
            word.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("{{title}}");
            word.createParagraph().createRun().setText("x");
        });
        try (XWPFDocument word = open(documents.fill(template, Map.of("title", "防汛")))) {
            assertThat(word.getHeaderList().get(0).getText()).contains("防汛");
        }
    }

    private void assertRefused(byte[] template, Map<String, Object> values, DocumentError error, String tag) {
        assertThatThrownBy(() -> documents.fill(template, values))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(error);
                    assertThat(refusal.details()).containsEntry("tag", tag);
                });
    }

    private List<String> filled(byte[] template, Map<String, Object> values) {
        return WordFiles.lines(documents.fill(template, values));
    }
}
