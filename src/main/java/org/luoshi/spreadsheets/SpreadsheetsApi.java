package org.luoshi.spreadsheets;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Excel in and out. Reading streams; bombs, encrypted and renamed files are refused with a clear reason; writing never writes a formula. */
@Component
public class SpreadsheetsApi {

    /** Names of the sheets that are not hidden. Refuses what is no .xlsx or .xls (SpreadsheetError). */
    public List<String> sheetNames(byte[] workbook) {
        throw new UnsupportedOperationException();
    }

    /** Hands each row of a sheet to the reader, in order, blank rows included; stops with an error above {@code maximumRows}. */
    public void read(byte[] workbook, String sheetName, int maximumRows, Consumer<SheetRow> reader) {
        throw new UnsupportedOperationException();
    }

    /** Writes one sheet with a bold frozen head row; cells that start with = + - @ are written as text. */
    public void write(OutputStream out, String sheetName, List<String> head, Stream<List<String>> rows) {
        throw new UnsupportedOperationException();
    }
}
