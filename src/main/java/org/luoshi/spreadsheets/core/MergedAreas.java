package org.luoshi.spreadsheets.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.luoshi.spreadsheets.MergedArea;

/** Merged areas of a sheet; each repeats the text of its first cell wherever its own cells are empty. */
final class MergedAreas {

    private static final int MOST = 200_000;

    private static final class Area {
        private final int firstRow;
        private final int lastRow;
        private final int firstColumn;
        private final int lastColumn;
        private String text = "";

        Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
            this.firstRow = firstRow;
            this.lastRow = lastRow;
            this.firstColumn = firstColumn;
            this.lastColumn = lastColumn;
        }
    }

    private final List<Area> waiting = new ArrayList<>();
    private final List<Area> open = new ArrayList<>();
    private boolean sorted;
    private int next;

    /** Rows and columns from 0, all included. */
    void add(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (waiting.size() >= MOST) {
            throw new DamagedException("More merged areas than rows");
        }
        waiting.add(new Area(firstRow, lastRow, firstColumn, Math.min(lastColumn, Workbook.MAXIMUM_COLUMNS - 1)));
    }

    List<MergedArea> all() {
        return waiting.stream()
                .map(area -> new MergedArea(area.firstRow + 1, area.lastRow + 1, area.firstColumn, area.lastColumn))
                .toList();
    }

    /** Fills one row; rows must come in order. */
    void fill(int row, List<String> cells) {
        openUpTo(row);
        open.removeIf(area -> area.lastRow < row);
        for (Area area : open) {
            if (area.firstRow == row && area.firstColumn < cells.size()) {
                area.text = cells.get(area.firstColumn);
            }
            if (!area.text.isEmpty()) {
                repeat(area, cells);
            }
        }
    }

    private void openUpTo(int row) {
        if (!sorted) {
            waiting.sort(Comparator.comparingInt(area -> area.firstRow));
            sorted = true;
        }
        while (next < waiting.size() && waiting.get(next).firstRow <= row) {
            open.add(waiting.get(next++));
        }
    }

    private static void repeat(Area area, List<String> cells) {
        for (int column = area.firstColumn; column <= area.lastColumn; column++) {
            while (cells.size() <= column) {
                cells.add("");
            }
            if (cells.get(column).isEmpty()) {
                cells.set(column, area.text);
            }
        }
    }
}
