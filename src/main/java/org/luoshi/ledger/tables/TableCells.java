package org.luoshi.ledger.tables;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells in the one form in which they are written, marked and compared, whichever program saved them last. */
final class TableCells {

    private static final int LONGEST = 32_767;
    private static final Pattern NOT_WRITTEN =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private TableCells() {}

    /** Without what no sheet can hold, lines ended alike, nothing around it, and no longer than a cell can be. */
    static String of(String text) {
        String plain = LINE_END.matcher(NOT_WRITTEN.matcher(text).replaceAll(""))
                .replaceAll("\n")
                .strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }

    /** The same; days in whatever form as {@code 2026-03-06}, names however separated with 、 between them. */
    static String of(TableColumn column, String text) {
        String plain = of(text);
        if (column == TableColumn.CO) {
            return Arrays.stream(plain.split("[、，,；;\\n]+"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining("、"));
        }
        Optional<TableDay> day = column.isDate() ? TableDay.written(plain) : Optional.empty();
        return day.map(written -> written.day().toString()).orElse(plain);
    }
}
