package org.luoshi.spreadsheets;

import java.util.List;

/**
 * A sheet as it is shown on a screen.
 *
 * @param rows without hidden ones; dates and times in the format that the workbook gives them, {@code 2026年3月}
 * @param merged areas of the whole sheet; their places repeat the value in {@code rows} as everywhere
 */
public record SheetView(String name, List<SheetRow> rows, List<MergedArea> merged) {}
