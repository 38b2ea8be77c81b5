package org.luoshi.reporting.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.luoshi.spreadsheets.SpreadsheetsApi;

/**
 * A file that waits in memory to be read: a workbook, which is packed by itself, or text, which takes a tenth of its room when packed. Which it
 * is stands in its first bytes.
 */
record UploadedFile(byte[] packed, Kind kind) {

    enum Kind {
        WORKBOOK,
        JSON_LINES,
        CSV
    }

    static UploadedFile of(String name, byte[] content) {
        Kind kind = isWorkbook(content) ? Kind.WORKBOOK : isJson(name, content) ? Kind.JSON_LINES : Kind.CSV;
        return new UploadedFile(kind == Kind.WORKBOOK ? content : zipped(content), kind);
    }

    /** The rows, the heading read; to be closed. */
    Opened open(BulkMaker maker, SpreadsheetsApi spreadsheets) throws IOException {
        return switch (kind) {
            case WORKBOOK -> {
                WorkbookSource rows = new WorkbookSource(packed, spreadsheets, maker);
                yield new Opened(rows, rows::close);
            }
            case JSON_LINES -> new Opened(new JsonLinesSource(text(), maker), () -> {});
            case CSV -> new Opened(new CsvSource(text(), maker), () -> {});
        };
    }

    /** Rows, and what to do when they are not wanted any more. */
    record Opened(BulkSource rows, Runnable ending) implements AutoCloseable {
        @Override
        public void close() {
            ending.run();
        }
    }

    private InputStream text() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(packed), 64 * 1024);
    }

    private static boolean isWorkbook(byte[] content) {
        return startsWith(content, 'P', 'K') || startsWith(content, 0xD0, 0xCF);
    }

    private static boolean isJson(String name, byte[] content) {
        int at = startsWith(content, 0xEF, 0xBB) ? 3 : 0;
        while (at < content.length && content[at] >= 0 && content[at] <= ' ') {
            at++;
        }
        return at < content.length && content[at] == '{'
                || name.toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)");
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length > 3 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static byte[] zipped(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
