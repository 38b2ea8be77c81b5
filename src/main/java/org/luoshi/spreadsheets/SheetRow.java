package org.luoshi.spreadsheets;

import java.util.List;

/**
 * One row as a person sees it.
 *
 * @param number row number as Excel shows it, from 1
 * @param cells text per column from A on; merged areas repeat their value; dates as {@code 2026-03-06}, times added only where there are any; empty text for empty cells
 */
public record SheetRow(int number, List<String> cells) {

    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
