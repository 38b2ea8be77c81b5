package org.luoshi.documents;

import static org.luoshi.documents.OfficialPaper.ASIDE;
import static org.luoshi.documents.OfficialPaper.BODY;
import static org.luoshi.documents.OfficialPaper.HEADING;
import static org.luoshi.documents.OfficialPaper.TITLE;
import static org.luoshi.documents.OfficialPaper.lines;
import static org.luoshi.documents.OfficialPaper.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * Draws {@code documents/minutes.docx}: A4 and margins of GB/T 9704, title 22 pt, body 16 pt on lines of 28 pt, page number between dashes. Run
 * {@code main} to write it anew after a change here.
 */
final class MinutesTemplate {

    private static final Path SHIPPED = Path.of("src/main/resources/documents/minutes.docx");

    private final OfficialPaper paper = new OfficialPaper();
    private final XWPFDocument document = paper.document();

    public static void main(String[] arguments) throws IOException {
        Files.write(SHIPPED, drawn());
    }

    static byte[] drawn() {
        return new MinutesTemplate().draw();
    }

    private byte[] draw() {
        title();
        for (String fact : new String[] {"kind", "time", "place", "chair", "recorder", "present", "absent"}) {
            when(fact + ".any", () -> fact(fact));
        }
        list("agenda", () -> {
            line(ASIDE, "{{number}}{{title}}");
            when("text.any", () -> line(BODY, "{{text}}"));
        });
        list("votes", () -> {
            line(BODY, "{{question}}");
            line(ASIDE, "{{arithmetic}}");
        });
        list("decisions", () -> {
            XWPFParagraph decision = line(BODY, "{{number}}{{text}}");
            run(decision, ASIDE, 16, "{{?owner.any}}　{{owner}}{{/owner.any}}{{?due.any}}　{{due}}{{/due.any}}");
        });
        when("note.any", () -> line(BODY, "{{note}}"));
        return paper.drawnWithFonts();
    }

    private void title() {
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        lines(title, 36);
        title.setSpacingAfter(28 * 20);
        run(title, TITLE, 22, "{{title}}");
    }

    private void fact(String name) {
        XWPFParagraph fact = indented();
        run(fact, HEADING, 16, "{{" + name + "Label}}");
        run(fact, BODY, 16, "{{" + name + "}}");
    }

    private void list(String name, Runnable item) {
        when(name + ".any", () -> {
            line(HEADING, "{{" + name + "Label}}");
            when(name, item);
        });
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
        XWPFParagraph line = document.createParagraph();
        lines(line, 28);
        line.setAlignment(ParagraphAlignment.BOTH);
        line.setIndentationFirstLine(2 * 16 * 20);
        return line;
    }
}
