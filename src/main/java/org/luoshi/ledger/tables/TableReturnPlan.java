package org.luoshi.ledger.tables;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The differences between a file that came back and the ledger as it is now. */
public record TableReturnPlan(
        UUID id, int version, String fileName, List<String> ignored, int untouched, List<TableReturnRow> rows) {

    public List<TableReturnRow> carriedOut() {
        return rows.stream().filter(TableReturnRow::isCarriedOut).toList();
    }

    public long changes() {
        return rows.stream()
                .filter(row -> row.isCarriedOut() && row.kind() == TableReturnRow.Kind.CHANGE)
                .count();
    }

    public long drafts() {
        return rows.stream()
                .filter(row -> row.isCarriedOut() && row.kind() == TableReturnRow.Kind.NEW)
                .count();
    }

    public long conflicts() {
        return rows.stream().filter(row -> row.conflict() && row.isUndecided()).count();
    }

    public long refused() {
        return rows.stream().filter(row -> row.isRefused() && row.isUndecided()).count();
    }

    public long undecided() {
        return rows.stream().filter(TableReturnRow::isUndecided).count();
    }

    public boolean isReady() {
        return undecided() == 0 && !carriedOut().isEmpty();
    }

    void requireReady() {
        if (undecided() > 0) {
            throw TableError.ROWS_UNDECIDED.with(Map.of("count", undecided()));
        }
        if (carriedOut().isEmpty()) {
            throw TableError.NOTHING_TO_CHANGE.plain();
        }
    }
}
