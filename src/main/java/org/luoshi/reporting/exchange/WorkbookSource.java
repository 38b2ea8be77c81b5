package org.luoshi.reporting.exchange;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.spreadsheets.SheetRow;

/** The rows of a sheet of Excel; the first one that is not blank is the heading. */
public final class WorkbookSource implements BulkSource {

    private final Iterator<SheetRow> rows;
    private final BulkColumns columns;

    /** Refused: an empty sheet, a heading that cannot be understood. */
    public WorkbookSource(List<SheetRow> sheet, BulkMaker maker) {
        List<SheetRow> filled = sheet.stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            throw ExchangeError.EMPTY.plain();
        }
        this.columns = BulkColumns.of(filled.get(0).cells(), maker);
        this.rows = filled.subList(1, filled.size()).iterator();
    }

    @Override
    public @Nullable BulkRow next() {
        if (!rows.hasNext()) {
            return null;
        }
        SheetRow row = rows.next();
        return columns.row(row.number(), row.cells());
    }

    @Override
    public String encoding() {
        return "Excel";
    }
}
