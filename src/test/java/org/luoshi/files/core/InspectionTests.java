package org.luoshi.files.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luoshi.shared.BusinessException;

class InspectionTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    static Stream<Arguments> marked() {
        String[] noRow = {};
        return Stream.of(
                Arguments.of("paragraph", Samples.docx("第一段", "本件机密★10年，请注意")),
                Arguments.of("grade alone at the top", Samples.docx("", "机密", "某某部文件")),
                Arguments.of("page header", Samples.docxWithHeader("秘密★1年", "正文")),
                Arguments.of("grade alone in the page header", Samples.docxWithHeader("绝密", "正文")),
                Arguments.of("two cells of a table", Samples.docxWithTable("机密", "★10年")),
                Arguments.of(
                        "split into runs",
                        Samples.docxWithBody(
                                "<w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密</w:t></w:r><w:r><w:t xml:space=\"preserve\"> ★</w:t></w:r></w:p>")),
                Arguments.of(
                        "text box",
                        Samples.docxWithBody(
                                "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>秘密★1年</w:t></w:r></w:p></w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>")),
                Arguments.of(
                        "deleted but still in the file",
                        Samples.docxWithBody("<w:p><w:del><w:r><w:delText>机密★10年</w:delText></w:r></w:del></w:p>")),
                Arguments.of("cell", Samples.xlsx(new String[] {"序号", "事项"}, new String[] {"1", "机密★10年 事项"})),
                Arguments.of("two cells of a row", Samples.xlsx(new String[] {"事项", "机密", "★10年"})),
                Arguments.of("grade alone in the first row", Samples.xlsx(new String[] {"秘密"}, noRow)),
                Arguments.of("header of a hidden sheet", Samples.xlsxWithHiddenSheetHeader("机密★10年")),
                Arguments.of("slide", Samples.pptx("绝密★长期")),
                Arguments.of("grade alone on the first slide", Samples.pptx("机密")),
                Arguments.of("old sheet", Samples.xls("秘密★1年", "无")),
                Arguments.of("text box of an old sheet", Samples.xls("无", "秘密★1年")),
                Arguments.of("note in a PDF", Samples.pdf("机密★10年")),
                Arguments.of("OpenDocument", Samples.odt("<text:p>机<text:span>密</text:span>★10年</text:p>")),
                Arguments.of(
                        "OFD, letter by letter",
                        Samples.ofd(
                                "<ofd:TextObject Boundary=\"30 20 5 5\"><ofd:TextCode>密</ofd:TextCode></ofd:TextObject>"
                                        + "<ofd:TextObject Boundary=\"20 20 5 5\"><ofd:TextCode>机</ofd:TextCode></ofd:TextObject>"
                                        + "<ofd:TextObject Boundary=\"40 20.4 5 5\"><ofd:TextCode>★10年</ofd:TextCode></ofd:TextObject>")),
                Arguments.of(
                        "document inside a document",
                        Samples.replace(
                                Samples.docx("正文"), "word/embeddings/a.xlsx", Samples.xlsx(new String[] {"绝密★"}))),
                Arguments.of(
                        "older file inside a document",
                        Samples.replace(
                                Samples.docx("正文"), "word/embeddings/oleObject1.bin", Samples.xls("秘密★1年", ""))),
                Arguments.of("text in GB18030", "绝密★长期".getBytes(Charset.forName("GB18030"))),
                Arguments.of("text in UTF-16", ("\uFEFF" + "绝密★长期").getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("top of a text", Samples.utf8("000012\n机密\n特急\n正文")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void marked(String where, byte[] content) {
        refused(FileError.MARKED, content);
    }

    static Stream<Arguments> unmarked() {
        return Stream.of(
                Arguments.of(FileKind.DOCX, Samples.docx("关于加强商业秘密保护的通知", "严守国家秘密、工作秘密。")),
                Arguments.of(FileKind.XLSX, Samples.xlsx(new String[] {"序号", "事项"}, new String[] {"1", "保密检查★重点"})),
                Arguments.of(FileKind.PPTX, Samples.pptx("保守国家秘密 人人有责")),
                Arguments.of(FileKind.XLS, Samples.xls("商业秘密", "工作秘密")),
                Arguments.of(FileKind.PDF, Samples.pdf("商业秘密")),
                Arguments.of(FileKind.PDF, Samples.lockedPdf("")),
                Arguments.of(FileKind.ODT, Samples.odt("<text:h>商业秘密</text:h>")),
                Arguments.of(
                        FileKind.OFD,
                        Samples.ofd(
                                "<ofd:TextObject Boundary=\"1 2 3 4\"><ofd:TextCode>正文</ofd:TextCode></ofd:TextObject>")),
                Arguments.of(FileKind.TEXT, "序号,事项\n1,商业秘密".getBytes(Charset.forName("GB18030"))),
                Arguments.of(FileKind.PNG, PNG));
    }

    @ParameterizedTest
    @MethodSource
    void unmarked(FileKind kind, byte[] content) {
        assertThat(new Inspection(new MarkWatch()).of(content)).isEqualTo(kind);
    }

    static Stream<Arguments> hostile() {
        byte[] bomb = Samples.replace(Samples.docx("x"), "word/document.xml", Samples.zeros(80_000_000));
        Map<String, byte[]> many = new LinkedHashMap<>(Samples.entries(Samples.docx("x")));
        for (int i = 0; i < 21_000; i++) {
            many.put("x/" + i, new byte[] {1});
        }
        byte[] nested = Samples.docx("x");
        for (int i = 0; i < 6; i++) {
            nested = Samples.replace(Samples.docx("x"), "word/embeddings/n.docx", nested);
        }
        byte[] truncated = Arrays.copyOf(Samples.docx("正文"), 900);
        byte[] entity = Samples.replace(
                Samples.docx("x"),
                "word/document.xml",
                Samples.utf8("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>"));
        return Stream.of(
                Arguments.of(FileError.BOMB, "one entry inflates", bomb),
                Arguments.of(FileError.BOMB, "thousands of entries", Samples.zip(many)),
                Arguments.of(FileError.BOMB, "nested without end", nested),
                Arguments.of(FileError.DAMAGED, "cut off", truncated),
                Arguments.of(FileError.DAMAGED, "entity from outside", entity),
                Arguments.of(FileError.DAMAGED, "no XML", Samples.docxWithBody("<w:p>")),
                Arguments.of(FileError.DAMAGED, "half a PDF", Arrays.copyOf(Samples.pdf("x"), 60)),
                Arguments.of(FileError.ENCRYPTED, "PDF with password", Samples.lockedPdf("geheim")),
                Arguments.of(FileError.ENCRYPTED, "Word with password", Samples.lockedDocx()),
                Arguments.of(
                        FileError.ENCRYPTED,
                        "OFD with password",
                        Samples.replace(Samples.ofd(""), "Encryptions.xml", Samples.utf8("<a/>"))),
                Arguments.of(FileError.ARCHIVE, "zip", Samples.zip(Map.of("a.txt", Samples.utf8("正文")))),
                Arguments.of(
                        FileError.ARCHIVE,
                        "zip inside a document",
                        Samples.replace(
                                Samples.docx("x"), "word/embeddings/a.zip", Samples.zip(Map.of("a", new byte[9])))),
                Arguments.of(FileError.ARCHIVE, "rar", Samples.utf8("Rar!\u001A\u0007\u0000 and more")),
                Arguments.of(
                        FileError.TYPE_NOT_ACCEPTED,
                        "macros",
                        Samples.zip(Map.of(
                                "[Content_Types].xml",
                                Samples.utf8("<T a=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>")))),
                Arguments.of(
                        FileError.MARKED,
                        "mark that a page hides in its tags",
                        Samples.utf8("<!doctype html><html><body>秘<b>密</b>&#x2605;1年</body></html>")),
                Arguments.of(FileError.TYPE_NOT_ACCEPTED, "program", new byte[] {'M', 'Z', 0, 0, 1, 2, 3, 4, 5, 6}),
                Arguments.of(FileError.TYPE_NOT_ACCEPTED, "ELF", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void hostile(FileError expected, String what, byte[] content) {
        refused(expected, content);
    }

    @Test
    void rubbishOfAnyLengthIsRefusedAndNeverAFault() {
        java.util.Random random = new java.util.Random(3);
        for (byte[] start : new byte[][] {
            {'P', 'K', 3, 4}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, {'%', 'P', 'D', 'F', '-', '1', '.', '7'}
        }) {
            for (int length : new int[] {8, 100, 600, 5000}) {
                byte[] rubbish = new byte[length];
                random.nextBytes(rubbish);
                System.arraycopy(start, 0, rubbish, 0, Math.min(start.length, length));
                assertThat(catchThrowable(() -> new Inspection(new MarkWatch()).of(rubbish)))
                        .as("%s bytes after %s", length, (char) start[1])
                        .isInstanceOf(BusinessException.class);
            }
        }
    }

    @Test
    void theTextOfADocumentIsReadWithItsTablesBoxesAndHeaders() {
        assertThat(FileStore.textOf(Samples.docxWithTable("甲", "乙"))).contains("甲\n乙");
        assertThat(FileStore.textOf(Samples.docxWithHeader("页眉", "正文"))).contains("正文", "页眉");
        assertThat(FileStore.textOf(Samples.xlsx(new String[] {"序号", "事项"}, new String[] {"1", "修路"})))
                .contains("序号\t事项\n1\t修路");
        assertThat(FileStore.textOf(
                                Samples.docxWithBody(
                                        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Choice>"
                                                + "<mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>"))
                        .replaceAll("\\s", ""))
                .isEqualTo("框");
    }

    @Test
    void aFaultlessLargeSheetIsNoBomb() {
        String[][] rows = new String[4000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new String[] {Integer.toString(i), "建立防返贫动态监测和帮扶机制，按月报送", "发展规划司", "2026-03-06"};
        }
        assertThatCode(() -> new Inspection(new MarkWatch()).of(Samples.xlsx(rows)))
                .doesNotThrowAnyException();
    }

    private static void refused(FileError expected, byte[] content) {
        assertThatThrownBy(() -> new Inspection(new MarkWatch()).of(content))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.error()).isEqualTo(expected));
    }
}
