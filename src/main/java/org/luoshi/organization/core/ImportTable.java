package org.luoshi.organization.core;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.spreadsheets.SheetRow;

/**
 * An uploaded table as it was read.
 *
 * @param head the row of headings, found by how many of them are known
 * @param rows what stands below it
 * @param proposal the columns (from 0) that their headings explain
 */
public record ImportTable(
        UUID fileId, String fileName, SheetRow head, List<SheetRow> rows, Map<ImportColumn, Integer> proposal) {

    private static final int HEAD_WITHIN = 10;

    static ImportTable of(UUID fileId, String fileName, List<SheetRow> all) {
        int best = 0;
        for (int i = 1; i < Math.min(HEAD_WITHIN, all.size()); i++) {
            if (columns(all.get(i)).size() > columns(all.get(best)).size()) {
                best = i;
            }
        }
        SheetRow head = all.get(best);
        return new ImportTable(
                fileId, fileName, head, new ArrayList<>(all.subList(best + 1, all.size())), columns(head));
    }

    private static Map<ImportColumn, Integer> columns(SheetRow row) {
        Map<ImportColumn, Integer> found = new EnumMap<>(ImportColumn.class);
        for (int column = 0; column < row.cells().size(); column++) {
            int at = column;
            ImportColumn.of(row.cell(column)).ifPresent(meaning -> found.putIfAbsent(meaning, at));
        }
        return found;
    }
}
