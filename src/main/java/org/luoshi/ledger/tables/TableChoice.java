package org.luoshi.ledger.tables;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.views.ListColumn;
import org.luoshi.ledger.web.ListForm;

/** The columns that somebody wants, by their names as an address carries them. */
final class TableChoice {

    private static final Map<ListColumn, List<TableColumn>> OF_THE_LIST = Map.of(
            ListColumn.NUMBER, List.of(TableColumn.NUMBER),
            ListColumn.LEAD, List.of(TableColumn.LEAD, TableColumn.CO),
            ListColumn.DUE, List.of(TableColumn.LIMIT, TableColumn.REASON),
            ListColumn.ORIGINAL_DUE, List.of(TableColumn.ORIGINAL_LIMIT),
            ListColumn.OFFICER, List.of(TableColumn.OFFICER),
            ListColumn.LEADER, List.of(TableColumn.LEADER),
            ListColumn.LABEL, List.of(TableColumn.LABEL),
            ListColumn.STATE, List.of(TableColumn.STATE),
            ListColumn.ACTIVITY, List.of(TableColumn.LAST_ACTIVITY),
            ListColumn.STRIP, List.of(TableColumn.LATEST_REPORT));

    private TableChoice() {}

    /** Those that are named; else what the list was told to show; else all, which is an empty list. */
    static List<TableColumn> of(@Nullable List<String> names, ListForm form) {
        if (names != null) {
            return names.stream().map(TableChoice::column).toList();
        }
        if (form.cols() == null || form.cols().isEmpty()) {
            return List.of();
        }
        Set<TableColumn> shown = EnumSet.of(TableColumn.TITLE, TableColumn.LIGHT);
        ListColumn.of(form.cols()).forEach(column -> shown.addAll(OF_THE_LIST.getOrDefault(column, List.of())));
        return List.copyOf(shown);
    }

    private static TableColumn column(String name) {
        return TableColumn.readable().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> TableError.UNKNOWN_COLUMN.with(Map.of("column", name)));
    }
}
