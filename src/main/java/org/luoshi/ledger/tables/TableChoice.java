package org.luoshi.ledger.tables;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that somebody wants, by their names as an address carries them. */
final class TableChoice {

    private TableChoice() {}

    static List<TableColumn> of(@Nullable List<String> names) {
        return names == null ? List.of() : names.stream().map(TableChoice::column).toList();
    }

    private static TableColumn column(String name) {
        return TableColumn.readable().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> TableError.UNKNOWN_COLUMN.with(Map.of("column", name)));
    }
}
