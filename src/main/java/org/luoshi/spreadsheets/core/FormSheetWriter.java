package org.luoshi.spreadsheets.core;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.luoshi.spreadsheets.FormSheet;

/** Writes a sheet to be filled in: protected without a password, so that a slip does no harm and nobody is locked out. */
public final class FormSheetWriter {

    /** Excel takes no longer list of choices. */
    private static final int LONGEST_LIST = 250;

    private FormSheetWriter() {}

    public static void write(OutputStream out, FormSheet form) {
        try (ZipOutputStream zip = new ZipOutputStream(new XlsxWriter.StaysOpen(out), StandardCharsets.UTF_8)) {
            XlsxWriter.frame(zip, form.name(), styles());
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            Writer sheet = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            writeSheet(sheet, form);
            sheet.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSheet(Writer out, FormSheet form) throws IOException {
        out.write(XlsxWriter.HEAD + "<worksheet xmlns=\"" + XlsxWriter.MAIN + "\">"
                + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><cols>");
        for (int column = 1; column <= form.widths().size(); column++) {
            out.write("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"%3$s/>"
                    .formatted(column, form.widths().get(column - 1), column > form.shown() ? " hidden=\"1\"" : ""));
        }
        out.write("</cols><sheetData>");
        List<String> choices = new ArrayList<>();
        for (int row = 1; row <= form.lines().size(); row++) {
            writeRow(out, row, form.lines().get(row - 1), choices);
        }
        out.write("</sheetData><sheetProtection sheet=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        if (!choices.isEmpty()) {
            out.write("<dataValidations count=\"" + choices.size() + "\">" + String.join("", choices)
                    + "</dataValidations>");
        }
        out.write("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    }

    private static void writeRow(Writer out, int row, List<FormSheet.Cell> cells, List<String> choices)
            throws IOException {
        out.write("<row r=\"" + row + "\">");
        for (int column = 0; column < cells.size(); column++) {
            FormSheet.Cell cell = cells.get(column);
            String place = (char) ('A' + column) + Integer.toString(row);
            out.write("<c r=\"" + place + "\" s=\"" + cell.style().ordinal() + "\"");
            if (cell.text().isEmpty()) {
                out.write("/>");
            } else {
                out.write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                XlsxWriter.writeText(out, cell.text());
                out.write("</t></is></c>");
            }
            if (isOffered(cell.choices())) {
                choices.add(validation(place, cell.choices()));
            }
        }
        out.write("</row>");
    }

    private static boolean isOffered(List<String> choices) {
        return !choices.isEmpty()
                && String.join(",", choices).length() <= LONGEST_LIST
                && choices.stream().noneMatch(choice -> choice.contains(",") || choice.contains("\""));
    }

    private static String validation(String place, List<String> choices) throws IOException {
        StringWriter list = new StringWriter();
        XlsxWriter.writeText(list, String.join(",", choices));
        return "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"" + place
                + "\"><formula1>\"" + list + "\"</formula1></dataValidation>";
    }

    /** In the order of {@link FormSheet.Style}. */
    private static String styles() {
        return XlsxWriter.HEAD + "<styleSheet xmlns=\"" + XlsxWriter.MAIN + "\">"
                + "<fonts count=\"4\"><font><sz val=\"11\"/></font><font><b/><sz val=\"16\"/></font>"
                + "<font><b/><sz val=\"11\"/></font><font><sz val=\"10\"/><color rgb=\"FF595959\"/></font></fonts>"
                + "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill>" + fill("FFF2F2F2") + fill("FFFFF8E1")
                + "</fills><borders count=\"2\"><border/><border>" + side("left") + side("right") + side("top")
                + side("bottom") + "</border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"7\">" + style(0, 0, 0, 0, false, false) + style(0, 1, 0, 0, false, false)
                + style(0, 2, 2, 1, false, true) + style(0, 0, 0, 1, false, true) + style(0, 3, 0, 1, false, true)
                + style(0, 0, 3, 1, true, true) + style(49, 0, 3, 1, true, true) + "</cellXfs></styleSheet>";
    }

    private static String fill(String colour) {
        return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + colour + "\"/></patternFill></fill>";
    }

    private static String side(String name) {
        return "<" + name + " style=\"thin\"><color rgb=\"FFBFBFBF\"/></" + name + ">";
    }

    private static String style(int format, int font, int fill, int border, boolean open, boolean wraps) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"" + fill + "\" borderId=\"" + border
                + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\""
                + " applyProtection=\"1\"><alignment vertical=\"center\" horizontal=\"left\""
                + (wraps ? " wrapText=\"1\"" : "") + "/><protection locked=\"" + (open ? 0 : 1) + "\"/></xf>";
    }
}
