package org.luoshi.ledger.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Texts;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SpreadsheetError;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Knows a file of this ledger by its column of ids, wherever that stands, and reads its rows by column instead of by place. */
@Component
class TableReader {

    static final int MAXIMUM_ROWS = 150_000;
    private static final int LOOKED_AT = 30;

    private final SpreadsheetsApi spreadsheets;
    private final Texts texts;

    /** Made when the first file comes: the traditional headings need tables that take a while to load. */
    private final Supplier<Map<String, TableColumn>> headings = SingletonSupplier.of(this::allHeadings);

    TableReader(SpreadsheetsApi spreadsheets, Texts texts) {
        this.spreadsheets = spreadsheets;
        this.texts = texts;
    }

    private Map<String, TableColumn> allHeadings() {
        Map<String, TableColumn> headings = new HashMap<>();
        for (Locale language : List.of(Texts.ENGLISH, Texts.TRADITIONAL, Texts.SIMPLIFIED)) {
            for (TableColumn column : TableColumn.values()) {
                headings.put(Fold.text(texts.get(language, column.textKey())), column);
            }
        }
        return headings;
    }

    /**
     * Where the table stands in a file.
     *
     * @param language in which it was written
     * @param ignored headings that mean nothing to us
     */
    record Place(String sheet, int row, Locale language, Map<Integer, TableColumn> columns, List<String> ignored) {}

    /** Ends the reading of a sheet of which enough was seen. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** Nothing where no sheet that is shown has a column of ids, and where the file cannot be read at all. */
    Optional<Place> find(byte[] content) {
        try {
            for (String sheet : spreadsheets.sheetNames(content)) {
                Optional<Place> place = find(content, sheet);
                if (place.isPresent()) {
                    return place;
                }
            }
        } catch (BusinessException unreadable) {
            if (unreadable.error() == TableError.COLUMN_TWICE) {
                throw unreadable;
            }
        }
        return Optional.empty();
    }

    private Optional<Place> find(byte[] content, String sheet) {
        List<SheetRow> first = new ArrayList<>();
        try {
            spreadsheets.read(content, sheet, Integer.MAX_VALUE, row -> {
                first.add(row);
                if (first.size() >= LOOKED_AT) {
                    throw new Enough();
                }
            });
        } catch (Enough seen) {
            // What was looked for stands above.
        } catch (BusinessException empty) {
            if (empty.error() != SpreadsheetError.EMPTY_SHEET) {
                throw empty;
            }
        }
        return first.stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> column(cell) == TableColumn.ID))
                .findFirst()
                .map(row -> place(sheet, row));
    }

    private @Nullable TableColumn column(String heading) {
        return headings.get().get(Fold.text(heading));
    }

    private Place place(String sheet, SheetRow row) {
        Map<Integer, TableColumn> columns = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        Locale language = Texts.SIMPLIFIED;
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = row.cell(i).strip();
            TableColumn column = column(heading);
            if (column == null) {
                if (!heading.isEmpty()) {
                    ignored.add(heading);
                }
                continue;
            }
            if (columns.containsValue(column)) {
                throw TableError.COLUMN_TWICE.with(Map.of("column", heading));
            }
            columns.put(i, column);
            language = column == TableColumn.ID ? languageOf(heading) : language;
        }
        return new Place(sheet, row.number(), language, columns, ignored);
    }

    private Locale languageOf(String heading) {
        for (Locale language : List.of(Texts.SIMPLIFIED, Texts.TRADITIONAL, Texts.ENGLISH)) {
            if (texts.get(language, TableColumn.ID.textKey()).equals(heading)) {
                return language;
            }
        }
        return Texts.SIMPLIFIED;
    }

    /** Each row below the headings in which something stands, with what stands in the columns that are there. */
    void each(byte[] content, Place place, Consumer<TableRow> reader) {
        spreadsheets.read(content, place.sheet(), MAXIMUM_ROWS, row -> {
            if (row.number() > place.row() && !row.isBlank()) {
                Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
                place.columns().forEach((index, column) -> cells.put(column, TableCells.of(column, row.cell(index))));
                reader.accept(new TableRow(row.number(), cells, List.of()));
            }
        });
    }
}
