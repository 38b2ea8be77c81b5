package org.luoshi.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A .doc of Word 97 to 2003, or of WPS; of files that are older still only the plain text. */
final class DocReader {

    private static final char FIELD_BEGINS = 0x13;
    private static final char FIELD_RESULT = 0x14;
    private static final char FIELD_ENDS = 0x15;

    private final PaperWriter paper = new PaperWriter();
    private final DocNumbering numbering = new DocNumbering();
    /** One entry for each open field: whether what is read now is its instruction. */
    private final Deque<Boolean> instructions = new ArrayDeque<>();

    static Paper read(byte[] content) throws IOException {
        DocReader reader = new DocReader();
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            reader.read(ole);
        }
        return reader.paper.finish();
    }

    private void read(POIFSFileSystem ole) throws IOException {
        try (HWPFDocument document = new HWPFDocument(ole.getRoot())) {
            blocks(document.getRange());
            blocks(document.getMainTextboxRange());
        } catch (OldWordFileFormatException before97) {
            readOld(ole);
        }
    }

    private void readOld(POIFSFileSystem ole) throws IOException {
        try (Word6Extractor extractor = new Word6Extractor(new HWPFOldDocument(ole.getRoot()))) {
            for (String text : extractor.getParagraphText()) {
                paper.paragraph(Range.stripFields(text).replace('\r', '\n').replace('\u0007', '\n'));
            }
        }
    }

    private void blocks(Range range) {
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable()) {
                Table table = range.getTable(paragraph);
                paper.table(new DocTable(table, this::text).rows());
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                paper.paragraph(text(paragraph));
            }
        }
    }

    /** As it is shown when all tracked changes are accepted, with its automatic number. */
    private String text(Paragraph paragraph) {
        return ListCounter.prefixed(numbering.next(paragraph), bare(paragraph));
    }

    private String bare(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        try {
            runs(paragraph, text);
            return text.toString();
        } catch (IllegalArgumentException brokenRun) {
            // The reader stumbles over pieces that overlap; the paragraph as a whole is still there.
            return Range.stripFields(paragraph.text()).replaceAll("[\\x07\\x0B\\x0C\\r]", "\n");
        }
    }

    private void runs(Paragraph paragraph, StringBuilder text) {
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            boolean dropped = run.isMarkedDeleted() || run.isVanished();
            run.text().chars().forEach(sign -> append(text, (char) sign, dropped));
        }
    }

    private void append(StringBuilder text, char sign, boolean dropped) {
        switch (sign) {
            case FIELD_BEGINS -> instructions.push(true);
            case FIELD_RESULT -> {
                instructions.poll();
                instructions.push(false);
            }
            case FIELD_ENDS -> instructions.poll();
            default -> {
                if (!dropped && !instructions.contains(true)) {
                    text.append(shown(sign));
                }
            }
        }
    }

    private static String shown(char sign) {
        return switch (sign) {
            case '\r', '\n', 0x07, 0x0B, 0x0C -> "\n";
            case 0x1E -> "-";
            case '\t' -> "\t";
            default -> sign < 0x20 ? "" : Character.toString(sign);
        };
    }
}
