package org.luoshi.spreadsheets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.luoshi.spreadsheets.SheetRow;

/** Collects the cells of one row after the other and hands the rows over, those that were left out between them too. */
final class RowsInOrder {

    private final MergedAreas merged;
    private final Consumer<SheetRow> reader;
    private List<String> cells = new ArrayList<>();
    private int open;
    private int handed;

    RowsInOrder(MergedAreas merged, Consumer<SheetRow> reader) {
        this.merged = merged;
        this.reader = reader;
    }

    /** From now on cells belong to this row. */
    void open(int row) {
        closeUpTo(row - 1);
        open = row;
    }

    /** Columns count from 1. */
    void put(int column, String text) {
        while (cells.size() < column) {
            cells.add("");
        }
        cells.set(column - 1, text);
    }

    void closeUpTo(int row) {
        while (handed < row) {
            handed++;
            List<String> next = handed == open ? cells : new ArrayList<>();
            merged.fill(handed - 1, next);
            reader.accept(new SheetRow(handed, List.copyOf(next)));
        }
        cells = new ArrayList<>();
    }
}
