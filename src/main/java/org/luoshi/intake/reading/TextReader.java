package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.intake.reading.Paper.Block;
import org.luoshi.intake.reading.Paper.Cell;
import org.luoshi.intake.reading.Paper.Paragraph;
import org.luoshi.intake.reading.Paper.Table;

/** Plain text. It is kept as it stands, so that a position in it is a position in the file. */
final class TextReader {

    /** Fewer lines with tabs are an address or a signature, not a table. */
    private static final int FEWEST_ROWS = 3;

    private TextReader() {}

    static Paper read(String raw) {
        String bare = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        String text = bare.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        if (text.isBlank()) {
            throw ReadingError.EMPTY.plain();
        }
        if (text.length() > PaperWriter.MOST_CHARACTERS) {
            throw PaperWriter.tooLong();
        }
        return new Paper(text, blocks(text, lines(text)));
    }

    private static List<Cell> lines(String text) {
        List<Cell> lines = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int found = text.indexOf('\n', start);
            int end = found < 0 ? text.length() : found;
            lines.add(new Cell(start, end));
            start = end + 1;
        }
        return lines;
    }

    private static List<Block> blocks(String text, List<Cell> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int line = 0; line < lines.size(); ) {
            int after = endOfTable(text, lines, line);
            if (after - line >= FEWEST_ROWS) {
                blocks.add(new Table(lines.subList(line, after).stream()
                        .map(row -> cells(text, row))
                        .toList()));
                line = after;
            } else {
                Cell bare = bare(text, lines.get(line++));
                if (bare.start() < bare.end()) {
                    blocks.add(new Paragraph(bare.start(), bare.end()));
                }
            }
        }
        return List.copyOf(blocks);
    }

    /** The first line that no longer has as many tabs as the given one; that line itself where it has none. */
    private static int endOfTable(String text, List<Cell> lines, int first) {
        long tabs = tabs(text, lines.get(first));
        int after = first;
        while (tabs > 0 && after < lines.size() && tabs(text, lines.get(after)) == tabs) {
            after++;
        }
        return after;
    }

    private static long tabs(String text, Cell line) {
        String content = text.substring(line.start(), line.end());
        return content.isBlank() ? 0 : content.chars().filter(c -> c == '\t').count();
    }

    private static List<Cell> cells(String text, Cell row) {
        List<Cell> cells = new ArrayList<>();
        for (int start = row.start(); start <= row.end(); ) {
            int tab = text.indexOf('\t', start);
            int end = tab < 0 || tab > row.end() ? row.end() : tab;
            cells.add(bare(text, new Cell(start, end)));
            start = end + 1;
        }
        return List.copyOf(cells);
    }

    private static Cell bare(String text, Cell line) {
        int start = line.start();
        int end = line.end();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        return new Cell(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }
}
