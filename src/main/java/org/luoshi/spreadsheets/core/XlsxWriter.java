package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.TOO_MANY_ROWS;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an .xlsx straight into the stream: no temporary file, no formula, memory for one row. */
public final class XlsxWriter {

    private static final int LAST_ROW = 1_048_576;
    private static final int LONGEST_CELL = 32_767;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,6})?");
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final int TEXT = 0;
    private static final int BOLD = 1;
    /** With the mark that keeps "=1+1" a text even after somebody edits the cell. */
    private static final int QUOTED = 2;

    private XlsxWriter() {}

    public static void write(OutputStream out, String sheetName, List<String> head, Stream<List<String>> rows) {
        try (ZipOutputStream zip = new ZipOutputStream(new StaysOpen(out), StandardCharsets.UTF_8)) {
            frame(zip, sheetName, styles());
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            Writer sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            writeSheet(sheet, head, rows.iterator());
            sheet.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All parts but the sheet itself. */
    static void frame(ZipOutputStream zip, String sheetName, String styles) throws IOException {
        frame(zip, List.of(sheetName), styles);
    }

    /** The same for several sheets, the parts {@code sheet1.xml}, {@code sheet2.xml} … */
    static void frame(ZipOutputStream zip, List<String> sheetNames, String styles) throws IOException {
        part(zip, "[Content_Types].xml", contentTypes(sheetNames.size()));
        part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        part(zip, "xl/_rels/workbook.xml.rels", workbookRelations(sheetNames.size()));
        part(zip, "xl/workbook.xml", workbook(sheetNames));
        part(zip, "xl/styles.xml", styles);
    }

    private static void writeSheet(Writer out, List<String> head, Iterator<List<String>> rows) throws IOException {
        out.write(
                HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                        + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        if (!head.isEmpty()) {
            out.write("<cols>");
            for (int i = 0; i < head.size(); i++) {
                int width = Math.max(12, Math.min(40, head.get(i).length() * 2 + 6));
                out.write("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>".formatted(i + 1, width));
            }
            out.write("</cols>");
        }
        out.write("<sheetData>");
        writeRow(out, head, true);
        for (int row = 2; rows.hasNext(); row++) {
            if (row > LAST_ROW) {
                throw TOO_MANY_ROWS.with(Map.of("maximum", LAST_ROW));
            }
            writeRow(out, rows.next(), false);
        }
        out.write("</sheetData></worksheet>");
    }

    private static void writeRow(Writer out, List<String> cells, boolean head) throws IOException {
        out.write("<row>");
        for (String cell : cells) {
            if (!head && PLAIN_NUMBER.matcher(cell).matches()) {
                out.write("<c><v>" + cell + "</v></c>");
            } else {
                int style = head ? BOLD : looksLikeFormula(cell) ? QUOTED : TEXT;
                out.write("<c t=\"inlineStr\" s=\"" + style + "\"><is><t xml:space=\"preserve\">");
                writeText(out, cell);
                out.write("</t></is></c>");
            }
        }
        out.write("</row>");
    }

    private static boolean looksLikeFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    static void writeText(Writer out, String text) throws IOException {
        String cut = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
        for (int i = 0; i < cut.length(); ) {
            int character = cut.codePointAt(i);
            i += Character.charCount(character);
            switch (character) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '\r' -> out.write("&#13;");
                case '_' -> out.write(isEscapeAt(cut, i - 1) ? "_x005F_" : "_");
                default -> {
                    if (isAllowed(character)) {
                        out.write(Character.toString(character));
                    }
                }
            }
        }
    }

    /** Excel reads {@code _x0041_} as the character with that number. */
    private static boolean isEscapeAt(String text, int at) {
        return text.regionMatches(at, "_x", 0, 2)
                && at + 7 <= text.length()
                && text.substring(at + 2, at + 7).matches("[0-9A-Fa-f]{4}_");
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character < 0xD800
                || character >= 0xE000 && character < 0xFFFE
                || character > 0xFFFF;
    }

    private static String workbook(List<String> sheetNames) {
        StringBuilder sheets = new StringBuilder();
        for (int i = 1; i <= sheetNames.size(); i++) {
            String allowed = sheetNames
                    .get(i - 1)
                    .replaceAll("[\\[\\]:*?/\\\\\"<>&']", " ")
                    .strip();
            String name = allowed.isEmpty() ? "Sheet" + i : allowed.substring(0, Math.min(31, allowed.length()));
            sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(name, i, i));
        }
        return HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                + "</sheets></workbook>";
    }

    private static String contentTypes(int sheetCount) {
        String types = "application/vnd.openxmlformats-";
        return HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"" + types + "package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", types + "officedocument.spreadsheetml.sheet.main+xml")
                + override("/xl/styles.xml", types + "officedocument.spreadsheetml.styles+xml")
                + eachSheet(
                        sheetCount,
                        sheet -> override(
                                "/xl/worksheets/sheet" + sheet + ".xml",
                                types + "officedocument.spreadsheetml.worksheet+xml"))
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relations(String type, String target) {
        return HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">" + relation(1, type, target) + "</Relationships>";
    }

    private static String workbookRelations(int sheetCount) {
        return HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">"
                + eachSheet(sheetCount, sheet -> relation(sheet, "worksheet", "worksheets/sheet" + sheet + ".xml"))
                + relation(sheetCount + 1, "styles", "styles.xml") + "</Relationships>";
    }

    private static String eachSheet(int sheetCount, IntFunction<String> part) {
        return IntStream.rangeClosed(1, sheetCount).mapToObj(part).collect(Collectors.joining());
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String styles() {
        String format =
                "<xf numFmtId=\"0\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"%s>"
                        + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>";
        return HEAD + "<styleSheet xmlns=\"" + MAIN + "\">"
                + "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"3\">" + format.formatted(0, "") + format.formatted(1, " applyFont=\"1\"")
                + format.formatted(0, " quotePrefix=\"1\"") + "</cellXfs></styleSheet>";
    }

    static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Closing the zip must not close the answer to the browser. */
    static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
