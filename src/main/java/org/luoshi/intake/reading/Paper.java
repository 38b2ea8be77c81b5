package org.luoshi.intake.reading;

import java.util.List;

/**
 * A paper as it is read: one text, and where its paragraphs and tables lie in it.
 *
 * @param text lines end with a line feed; a row of a table is one line, its cells separated by tabs, a merged cell written once where it begins
 * @param blocks in reading order; positions are indexes into {@code text} (UTF-16), the end is behind the last character
 */
public record Paper(String text, List<Block> blocks) {

    /** A paragraph or a table. */
    public sealed interface Block permits Paragraph, Table {}

    /** A paragraph without its line end; never empty. */
    public record Paragraph(int start, int end) implements Block {}

    /** A table; all rows have the same number of cells. */
    public record Table(List<List<Cell>> rows) implements Block {}

    /** A cell. One that is merged over several rows or columns stands, equal, in each of its places. Empty cells have {@code start == end}. */
    public record Cell(int start, int end) {}

    public String text(int start, int end) {
        return text.substring(start, end);
    }

    public String text(Cell cell) {
        return text(cell.start(), cell.end());
    }
}
