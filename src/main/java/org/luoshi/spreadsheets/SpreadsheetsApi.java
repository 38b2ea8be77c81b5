package org.luoshi.spreadsheets;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.luoshi.spreadsheets.core.FormSheetWriter;
import org.luoshi.spreadsheets.core.TextTableWriter;
import org.luoshi.spreadsheets.core.Workbook;
import org.luoshi.spreadsheets.core.XlsxWriter;
import org.springframework.stereotype.Component;

/** Excel in and out. Reading streams; bombs, encrypted and renamed files are refused with a clear reason; writing never writes a formula. */
@Component
public class SpreadsheetsApi {

    /** Names of the sheets that are not hidden. Refuses what is no .xlsx or .xls (SpreadsheetError). */
    public List<String> sheetNames(byte[] workbook) {
        return Workbook.use(workbook, Workbook::sheetNames);
    }

    /**
     * Hands each row of a sheet to the reader, in order, blank rows between others included, those after the last content not. Refused
     * before the first row is handed over: an empty sheet, and one with content below row {@code maximumRows}.
     */
    public void read(byte[] workbook, String sheetName, int maximumRows, Consumer<SheetRow> reader) {
        Workbook.use(workbook, open -> {
            open.read(sheetName, maximumRows, reader);
            return sheetName;
        });
    }

    /** The sheets that are not hidden and not empty, as they are shown. Refused: content below row {@code maximumRows} of a sheet. */
    public List<SheetView> view(byte[] workbook, int maximumRows) {
        return Workbook.use(
                workbook,
                open -> open.sheetNames().stream()
                        .flatMap(name -> open.view(name, maximumRows).stream())
                        .toList());
    }

    /** Writes one sheet with a bold frozen head row; cells that start with = + - @ are written as text. The stream stays open. */
    public void write(OutputStream out, String sheetName, List<String> head, Stream<List<String>> rows) {
        XlsxWriter.write(out, sheetName, head, rows);
    }

    /** Writes sheets in which all is text, one after the other. The stream stays open. */
    public void writeTexts(OutputStream out, List<TextTable> tables) {
        TextTableWriter.write(out, tables);
    }

    /** Writes one sheet to be filled in, locked but for its answers. The stream stays open. */
    public void writeForm(OutputStream out, FormSheet form) {
        FormSheetWriter.write(out, form);
    }
}
