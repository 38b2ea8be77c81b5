package org.luoshi.ledger.tables;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemState;

/** An item as the sheet shows it now. */
record TableLine(
        UUID id, int version, ItemState state, @Nullable String number, String title, Map<TableColumn, String> cells) {

    String cell(TableColumn column) {
        return cells.getOrDefault(column, "");
    }

    String reference() {
        return number == null ? title : number;
    }

    /** The row of a sheet with these columns. */
    List<String> row(List<TableColumn> columns) {
        return columns.stream()
                .map(column -> switch (column) {
                    case ID -> id.toString();
                    case VERSION -> Integer.toString(version);
                    case MARKS -> TableMarks.of(cells, columns);
                    default -> cell(column);
                })
                .toList();
    }
}
