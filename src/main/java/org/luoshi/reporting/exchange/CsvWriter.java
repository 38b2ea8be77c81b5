package org.luoshi.reporting.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a CSV as RFC 4180 has it, in UTF-8 with the mark that office programs look for; a text never becomes a formula. */
public final class CsvWriter {

    private static final String FORMULA = "=+-@\t\r";

    private CsvWriter() {}

    /**
     * The stream stays open.
     *
     * @param figures whether a cell may be a figure, which begins with a minus where it is negative
     */
    public static void write(OutputStream out, List<String> head, Stream<List<String>> rows, boolean figures) {
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
            writer.write('\uFEFF');
            row(writer, head, figures);
            for (Iterator<List<String>> all = rows.iterator(); all.hasNext(); ) {
                row(writer, all.next(), figures);
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Writer out, List<String> cells, boolean figures) throws IOException {
        for (int n = 0; n < cells.size(); n++) {
            if (n > 0) {
                out.write(',');
            }
            cell(out, cells.get(n), figures);
        }
        out.write("\r\n");
    }

    private static void cell(Writer out, String cell, boolean figures) throws IOException {
        String safe = isFormula(cell) && !(figures && isNegative(cell)) ? "'" + cell : cell;
        if (safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            out.write(safe);
        } else {
            out.write('"' + safe.replace("\"", "\"\"") + '"');
        }
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean isNegative(String cell) {
        return cell.matches("-[0-9]{1,30}(\\.[0-9]{1,30})?");
    }
}
