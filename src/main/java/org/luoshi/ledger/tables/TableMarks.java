package org.luoshi.ledger.tables;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What each cell of a row was when the file was written: the column's letter and four characters of a hash. A cell whose mark still fits was
 * not touched by anybody, whatever has become of the item meanwhile.
 */
final class TableMarks {

    private static final int LENGTH = 5;
    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();

    private final Map<TableColumn, String> marks;

    private TableMarks(Map<TableColumn, String> marks) {
        this.marks = marks;
    }

    static String of(Map<TableColumn, String> cells, Collection<TableColumn> columns) {
        StringBuilder all = new StringBuilder();
        for (TableColumn column : columns) {
            if (column.isMarked()) {
                all.append(column.letter()).append(mark(cells.getOrDefault(column, "")));
            }
        }
        return all.toString();
    }

    /** Marks that were mangled are none: then nothing is known of what the file said. */
    static TableMarks read(String written) {
        Map<TableColumn, String> marks = new EnumMap<>(TableColumn.class);
        String all = written.strip();
        for (int at = 0; at + LENGTH <= all.length(); at += LENGTH) {
            char letter = all.charAt(at);
            String mark = all.substring(at + 1, at + LENGTH);
            Arrays.stream(TableColumn.values())
                    .filter(column -> column.letter() == letter)
                    .forEach(column -> marks.put(column, mark));
        }
        return new TableMarks(marks);
    }

    boolean knows(TableColumn column) {
        return marks.containsKey(column);
    }

    boolean fits(TableColumn column, String cell) {
        return Objects.equals(marks.get(column), mark(cell));
    }

    private static String mark(String cell) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cell.getBytes(StandardCharsets.UTF_8));
            return LETTERS.encodeToString(Arrays.copyOf(hash, 3));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
