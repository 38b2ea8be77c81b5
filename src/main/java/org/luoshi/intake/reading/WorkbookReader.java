package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.spreadsheets.MergedArea;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SheetView;
import org.luoshi.spreadsheets.SpreadsheetsApi;

/** A workbook, sheet after sheet: what stands alone above the table is text, the rest is the table. */
final class WorkbookReader {

    private static final int MOST_ROWS = 20_000;

    private final List<List<MergedArea>> mergedByRow = new ArrayList<>();
    private final Map<MergedArea, GridCell> merged = new IdentityHashMap<>();

    private WorkbookReader() {}

    static Paper read(byte[] content) {
        PaperWriter paper = new PaperWriter();
        for (SheetView sheet : new SpreadsheetsApi().view(content, MOST_ROWS)) {
            new WorkbookReader().read(sheet, paper);
        }
        return paper.finish();
    }

    private void read(SheetView sheet, PaperWriter paper) {
        sheet.merged().forEach(this::remember);
        List<SheetRow> filled =
                sheet.rows().stream().filter(row -> !row.isBlank()).toList();
        int first = filled.stream().mapToInt(WorkbookReader::firstFilled).min().orElse(0);
        List<List<GridCell>> table = new ArrayList<>();
        for (SheetRow row : filled) {
            List<GridCell> cells = cells(row, first);
            if (table.isEmpty() && isAlone(cells)) {
                cells.stream()
                        .filter(cell -> !cell.isEmpty())
                        .findFirst()
                        .ifPresent(cell -> cell.lines().forEach(paper::paragraph));
            } else {
                table.add(cells);
            }
        }
        paper.table(table);
    }

    private void remember(MergedArea area) {
        for (int row = area.firstRow(); row <= Math.min(area.lastRow(), MOST_ROWS); row++) {
            while (mergedByRow.size() <= row) {
                mergedByRow.add(new ArrayList<>(0));
            }
            mergedByRow.get(row).add(area);
        }
    }

    private static int firstFilled(SheetRow row) {
        int column = 0;
        while (row.cell(column).isBlank()) {
            column++;
        }
        return column;
    }

    private List<GridCell> cells(SheetRow row, int first) {
        int last = row.cells().size();
        while (last > first && row.cell(last - 1).isBlank()) {
            last--;
        }
        List<GridCell> cells = new ArrayList<>(last - first);
        for (int column = first; column < last; column++) {
            cells.add(cell(row, column));
        }
        return cells;
    }

    private GridCell cell(SheetRow row, int column) {
        List<MergedArea> areas = row.number() < mergedByRow.size() ? mergedByRow.get(row.number()) : List.of();
        for (MergedArea area : areas) {
            if (area.covers(row.number(), column)) {
                return merged.computeIfAbsent(area, one -> GridCell.of(row.cell(one.firstColumn())));
            }
        }
        return GridCell.of(row.cell(column));
    }

    private static boolean isAlone(List<GridCell> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).distinct().count() == 1;
    }
}
