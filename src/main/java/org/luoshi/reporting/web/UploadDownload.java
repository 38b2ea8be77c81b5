package org.luoshi.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.luoshi.reporting.exchange.CsvWriter;
import org.luoshi.reporting.exchange.ExportKind;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.web.servlet.View;

/** Sends a table as .xlsx or CSV while it is read. */
final class UploadDownload {

    private UploadDownload() {}

    static View workbook(SpreadsheetsApi spreadsheets, String name, List<String> head, Stream<List<String>> rows) {
        return (model, request, response) -> {
            Attachment.beginUnkept(response, ExportKind.XLSX.contentType(), name + ".xlsx");
            try (rows) {
                spreadsheets.write(response.getOutputStream(), name, head, rows);
            }
        };
    }

    /** The first cell of each row is a code. */
    static View csv(String name, List<String> head, Stream<List<String>> rows) {
        return (model, request, response) -> {
            Attachment.beginUnkept(response, ExportKind.CSV.contentType(), name + ".csv");
            try (rows) {
                CsvWriter.write(response.getOutputStream(), head, rows.map(UploadDownload::withCode), false);
            }
        };
    }

    private static List<String> withCode(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.set(0, code(cells.get(0)));
        return cells;
    }

    /** Excel would write a long code as 1.1E+11 and lose it; a tab behind it keeps it a text, and is not read. */
    private static String code(String code) {
        return code.length() > 9 && code.chars().allMatch(Character::isDigit) ? code + "\t" : code;
    }
}
