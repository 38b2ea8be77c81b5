package org.luoshi.spreadsheets;

import java.util.List;

/**
 * A sheet to be filled in off line: all is locked but the answers.
 *
 * @param widths of the columns in letters, from A on
 * @param shown how many columns are seen; what stands in those after them is for the program that reads the sheet
 */
public record FormSheet(String name, List<Integer> widths, int shown, List<List<Cell>> lines) {

    /**
     * One cell.
     *
     * @param choices what an answer can be chosen from; empty for anything
     */
    public record Cell(String text, Style style, List<String> choices) {

        public static Cell of(String text, Style style) {
            return new Cell(text, style, List.of());
        }
    }

    /** How a cell looks, and whether it may be filled in. */
    public enum Style {
        TEXT,
        TITLE,
        HEAD,
        BOX,
        HINT,
        /** Filled in; a number, a day, a word. */
        ANSWER,
        /** Filled in and kept letter by letter, as a telephone number is. */
        ANSWER_TEXT
    }
}
