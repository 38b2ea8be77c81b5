package org.luoshi.spreadsheets;

/** Cells that are one: rows numbered as Excel shows them, from 1, columns from 0, all included. */
public record MergedArea(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    public boolean covers(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
}
