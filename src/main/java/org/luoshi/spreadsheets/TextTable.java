package org.luoshi.spreadsheets;

import java.util.List;
import java.util.stream.Stream;

/**
 * A sheet in which every cell is a text, so that it comes back letter by letter: nothing is taken for a number, a day or a formula.
 *
 * @param rows each with a text for every column; read once while they are written
 */
public record TextTable(String name, List<Column> columns, Stream<List<String>> rows) {

    /** A column with its width in letters. */
    public record Column(String head, int width, Look look) {}

    /** How a column looks; nothing is locked. */
    public enum Look {
        /** Meant to be changed. */
        OPEN,
        /** Only to be read: grey. */
        TO_READ,
        /** For the program that reads the sheet again. */
        HIDDEN
    }
}
