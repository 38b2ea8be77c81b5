package org.luoshi.ledger.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A row of a file that came back.
 *
 * @param row as Excel counts
 * @param cells of the columns that the file has; a column that is missing says nothing
 * @param twins other rows with the same id
 */
record TableRow(int row, Map<TableColumn, String> cells, List<Integer> twins) {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})(?:\\.0+)?");

    TableRow {
        cells = cells.isEmpty() ? Map.of() : new EnumMap<>(cells);
        twins = List.copyOf(twins);
    }

    String cell(TableColumn column) {
        return cells.getOrDefault(column, "");
    }

    boolean isNew() {
        return cell(TableColumn.ID).isEmpty();
    }

    /** Empty where what stands there is no id. */
    Optional<UUID> id() {
        String written = cell(TableColumn.ID);
        return ID.matcher(written).matches() ? Optional.of(UUID.fromString(written)) : Optional.empty();
    }

    /** The item's version when the file was written; 0 where the file does not say. */
    int version() {
        var written = VERSION.matcher(cell(TableColumn.VERSION));
        return written.matches() ? Integer.parseInt(written.group(1)) : 0;
    }

    TableMarks marks() {
        return TableMarks.read(cell(TableColumn.MARKS));
    }

    TableRow withTwins(List<Integer> rows) {
        List<Integer> others = new ArrayList<>(rows);
        others.remove(Integer.valueOf(row));
        return new TableRow(row, cells, others);
    }
}
