package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.intake.reading.Paper.Block;
import org.luoshi.intake.reading.Paper.Cell;
import org.luoshi.intake.reading.Paper.Paragraph;
import org.luoshi.intake.reading.Paper.Table;

/** Puts paragraphs and tables one after the other and notes where they lie. */
final class PaperWriter {

    /** More than any paper an office works from; a reader of it would give up long before. */
    static final int MOST_CHARACTERS = 2_000_000;

    private static final int MOST_CELLS = 400_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private int cells;

    /** Each line of the text becomes a paragraph; blank ones are left out. */
    void paragraph(String lines) {
        lines.lines().map(Characters::clean).filter(line -> !line.isEmpty()).forEach(line -> {
            newLine();
            int start = text.length();
            append(line);
            blocks.add(new Paragraph(start, text.length()));
        });
    }

    /** A frame around running text is no table: its lines become paragraphs. */
    void table(List<List<GridCell>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (rows.stream().allMatch(row -> row.stream().allMatch(GridCell::isEmpty))) {
            return;
        }
        if (rows.stream().flatMap(List::stream).distinct().count() == 1) {
            rows.get(0).get(0).lines().forEach(this::paragraph);
            return;
        }
        cells += rows.size() * width;
        if (cells > MOST_CELLS) {
            throw tooLong();
        }
        Map<GridCell, Cell> placed = new IdentityHashMap<>();
        List<List<Cell>> placedRows = new ArrayList<>();
        for (List<GridCell> row : rows) {
            newLine();
            placedRows.add(row(row, width, placed));
        }
        blocks.add(new Table(List.copyOf(placedRows)));
    }

    private List<Cell> row(List<GridCell> row, int width, Map<GridCell, Cell> placed) {
        List<Cell> places = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            if (column > 0) {
                text.append('\t');
            }
            GridCell cell = column < row.size() ? row.get(column) : new GridCell();
            places.add(placed.computeIfAbsent(cell, this::write));
        }
        return List.copyOf(places);
    }

    private Cell write(GridCell cell) {
        int start = text.length();
        append(cell.text());
        return new Cell(start, text.length());
    }

    Paper finish() {
        if (blocks.isEmpty()) {
            throw ReadingError.EMPTY.plain();
        }
        return new Paper(text.toString(), List.copyOf(blocks));
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    static RuntimeException tooLong() {
        return ReadingError.TOO_LONG.with(Map.of("maximum", MOST_CHARACTERS));
    }

    private void newLine() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void append(String more) {
        if (text.length() + more.length() > MOST_CHARACTERS) {
            throw tooLong();
        }
        text.append(more);
    }
}
