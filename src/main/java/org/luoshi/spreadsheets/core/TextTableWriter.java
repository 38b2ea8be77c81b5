package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.TOO_MANY_ROWS;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.luoshi.spreadsheets.TextTable;

/** Writes sheets of texts straight into the stream: no temporary file, no formula, memory for one row. */
public final class TextTableWriter {

    private static final int LAST_ROW = 1_048_576;
    private static final int OPEN_HEAD = 1;
    private static final int READ_HEAD = 2;
    private static final int OPEN = 3;
    private static final int READ = 4;

    private TextTableWriter() {}

    public static void write(OutputStream out, List<TextTable> tables) {
        try (ZipOutputStream zip = new ZipOutputStream(new XlsxWriter.StaysOpen(out), StandardCharsets.UTF_8)) {
            XlsxWriter.frame(zip, tables.stream().map(TextTable::name).toList(), styles());
            for (int i = 0; i < tables.size(); i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + (i + 1) + ".xml"));
                Writer sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                writeSheet(sheet, tables.get(i));
                sheet.flush();
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSheet(Writer out, TextTable table) throws IOException {
        List<TextTable.Column> columns = table.columns();
        out.write(
                XlsxWriter.HEAD + "<worksheet xmlns=\"" + XlsxWriter.MAIN
                        + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                        + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (int i = 0; i < columns.size(); i++) {
            TextTable.Column column = columns.get(i);
            String hidden = column.look() == TextTable.Look.HIDDEN ? " hidden=\"1\"" : "";
            out.write("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" style=\"%3$d\" customWidth=\"1\"%4$s/>"
                    .formatted(i + 1, column.width(), style(column.look(), false), hidden));
        }
        out.write("</cols><sheetData>");
        writeRow(out, columns, columns.stream().map(TextTable.Column::head).toList(), true);
        int last = 1;
        for (Iterator<List<String>> rows = table.rows().iterator(); rows.hasNext(); ) {
            if (++last > LAST_ROW) {
                throw TOO_MANY_ROWS.with(Map.of("maximum", LAST_ROW));
            }
            writeRow(out, columns, rows.next(), false);
        }
        out.write("</sheetData><autoFilter ref=\"A1:" + letter(columns.size()) + last + "\"/></worksheet>");
    }

    private static void writeRow(Writer out, List<TextTable.Column> columns, List<String> cells, boolean head)
            throws IOException {
        out.write("<row>");
        for (int i = 0; i < cells.size(); i++) {
            int style = style(columns.get(i).look(), head);
            if (cells.get(i).isEmpty()) {
                out.write("<c s=\"" + style + "\"/>");
            } else {
                out.write("<c t=\"inlineStr\" s=\"" + style + "\"><is><t xml:space=\"preserve\">");
                XlsxWriter.writeText(out, cells.get(i));
                out.write("</t></is></c>");
            }
        }
        out.write("</row>");
    }

    private static int style(TextTable.Look look, boolean head) {
        if (look == TextTable.Look.OPEN) {
            return head ? OPEN_HEAD : OPEN;
        }
        return head ? READ_HEAD : READ;
    }

    private static String letter(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    /** All cells have the format of a text, which keeps "=1+1" a text even after somebody edits it. */
    private static String styles() {
        String format = "<xf numFmtId=\"49\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\" quotePrefix=\"%d\""
                + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
                + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>";
        return XlsxWriter.HEAD + "<styleSheet xmlns=\"" + XlsxWriter.MAIN + "\"><fonts count=\"4\">"
                + "<font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font>"
                + "<font><b/><sz val=\"11\"/><color rgb=\"FF6B6B6B\"/></font><font><sz val=\"11\"/><color rgb=\"FF6B6B6B\"/></font></fonts>"
                + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill>"
                + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF6E9E9\"/></patternFill></fill></fills>"
                + "<borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                + format.formatted(1, 2, 0) + format.formatted(2, 0, 0) + format.formatted(0, 0, 1)
                + format.formatted(3, 0, 1) + "</cellXfs></styleSheet>";
    }
}
