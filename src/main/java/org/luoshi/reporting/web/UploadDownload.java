package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Sends a table as .xlsx or CSV while it is read. */
final class UploadDownload {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private UploadDownload() {}

    static View workbook(SpreadsheetsApi spreadsheets, String name, List<String> head, Stream<List<String>> rows) {
        return (model, request, response) -> {
            begin(response, XLSX, name + ".xlsx");
            try (rows) {
                spreadsheets.write(response.getOutputStream(), name, head, rows);
            }
        };
    }

    /** The first cell of each row is a code. */
    static View csv(String name, List<String> head, Stream<List<String>> rows) {
        return (model, request, response) -> {
            begin(response, "text/csv;charset=UTF-8", name + ".csv");
            Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            out.write(CsvText.MARK);
            CsvText.row(out, head);
            try (rows) {
                for (List<String> row : (Iterable<List<String>>) rows::iterator) {
                    List<String> cells = new ArrayList<>(row);
                    cells.set(0, CsvText.code(cells.get(0)));
                    CsvText.row(out, cells);
                }
            }
            out.flush();
        };
    }

    /** A browser saves it under this name and keeps no copy of its own. */
    static void begin(HttpServletResponse response, String mediaType, String name) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(safe(name), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
    }
}
