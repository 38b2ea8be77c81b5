package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.Map;
import org.luoshi.organization.UnitKind;
import org.luoshi.spreadsheets.SheetRow;

/**
 * How a table shall be understood.
 *
 * @param columns what stands in which column (from 0)
 * @param parent name of the unit under which units without a parent go; empty for the highest level
 * @param from from which day new units are valid and people hold their posts
 */
public record ImportOptions(Map<ImportColumn, Integer> columns, String parent, UnitKind kind, LocalDate from) {

    String text(SheetRow row, ImportColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : row.cell(index).strip();
    }
}
