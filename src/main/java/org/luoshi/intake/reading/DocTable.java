package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** A table of a .doc: each row has cells of its own widths, so the columns come from all edges together. */
final class DocTable {

    /** Twentieths of a point; edges that differ less are drawn as one line. */
    private static final int NEAR = 40;

    private final Table table;
    private final Function<Paragraph, String> text;
    private final List<Integer> edges;

    DocTable(Table table, Function<Paragraph, String> text) {
        this.table = table;
        this.text = text;
        this.edges = edges();
    }

    List<List<GridCell>> rows() {
        List<List<GridCell>> rows = new ArrayList<>();
        for (int i = 0; i < table.numRows(); i++) {
            rows.add(row(table.getRow(i), rows.isEmpty() ? List.of() : rows.get(rows.size() - 1)));
        }
        return rows;
    }

    private List<GridCell> row(TableRow row, List<GridCell> above) {
        List<GridCell> places = new ArrayList<>();
        for (int i = 0; i < row.numCells(); i++) {
            TableCell cell = row.getCell(i);
            int first = places.size();
            int after = edges.isEmpty() ? first + 1 : Math.max(first + 1, column(cell.getLeftEdge() + cell.getWidth()));
            if (i == 0 && !edges.isEmpty()) {
                for (; first < column(cell.getLeftEdge()); first++) {
                    places.add(new GridCell());
                }
                after = Math.max(first + 1, after);
            }
            GridCell placed = placed(cell, places, above);
            while (places.size() < after) {
                places.add(placed);
            }
        }
        return places;
    }

    private GridCell placed(TableCell cell, List<GridCell> places, List<GridCell> above) {
        int column = places.size();
        if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged() && column < above.size()) {
            return above.get(column);
        }
        if (cell.isMerged() && !cell.isFirstMerged() && column > 0) {
            return places.get(column - 1);
        }
        GridCell placed = new GridCell();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            placed.add(text.apply(cell.getParagraph(i)));
        }
        return placed;
    }

    private int column(int edge) {
        int column = 0;
        while (column < edges.size() - 1 && edges.get(column) < edge - NEAR) {
            column++;
        }
        return column;
    }

    /** Empty where the file does not say how wide its cells are. */
    private List<Integer> edges() {
        TreeSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                if (cell.getWidth() <= 0) {
                    return List.of();
                }
                all.add(cell.getLeftEdge());
                all.add(cell.getLeftEdge() + cell.getWidth());
            }
        }
        List<Integer> apart = new ArrayList<>();
        for (int edge : all) {
            if (apart.isEmpty() || edge - apart.get(apart.size() - 1) > NEAR) {
                apart.add(edge);
            }
        }
        return apart;
    }
}
