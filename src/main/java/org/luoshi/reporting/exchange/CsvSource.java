package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV with a heading. */
public final class CsvSource implements BulkSource {

    private final BulkText text;
    private final CsvCells cells;
    private final BulkColumns columns;
    private long number = 1;

    /** Reads the heading. Refused: an empty file, letters that are neither UTF-8 nor GB18030, a heading that cannot be understood. */
    public CsvSource(InputStream in, BulkMaker maker) throws IOException {
        this.text = BulkText.of(in);
        this.cells = new CsvCells(text.reader());
        List<String> head = cells.head();
        if (head == null) {
            throw ExchangeError.EMPTY.plain();
        }
        this.columns = BulkColumns.of(head, maker);
    }

    @Override
    public @Nullable BulkRow next() throws IOException {
        for (List<String> row = cells.next(); row != null; row = cells.next()) {
            number++;
            if (cells.isBroken()) {
                return BulkRow.refused(
                        number, "", ExchangeError.ROW_WRONG.with(Map.of("why", "reporting.bulk-row-wrong.quotes")));
            }
            if (!row.stream().allMatch(String::isBlank)) {
                return columns.row(number, row);
            }
        }
        return null;
    }

    @Override
    public String encoding() {
        return text.encoding();
    }
}
