package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.EMPTY_SHEET;
import static org.luoshi.spreadsheets.SpreadsheetError.TOO_MANY_ROWS;
import static org.luoshi.spreadsheets.SpreadsheetError.TOO_WIDE;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.luoshi.spreadsheets.MergedArea;
import org.luoshi.spreadsheets.SheetRow;

/**
 * One sheet, walked twice: the merged areas stand at the end of the part but are needed at its beginning, and the first walk refuses what
 * is too long before anybody has seen a row.
 */
final class XlsxSheet {

    private static final int LAST_ROW_OF_EXCEL = 1_048_576;

    private final ZipParts parts;
    private final String part;
    private final boolean from1904;
    private final CellText.Style numbers;
    private final BitSet hidden = new BitSet();
    private final MergedAreas merged = new MergedAreas();
    private int lastRow;
    private int row;
    private int column;
    private String type = "n";
    private String style = "0";
    private boolean said;

    XlsxSheet(ZipParts parts, String part, boolean from1904, CellText.Style numbers) {
        this.parts = parts;
        this.part = part;
        this.from1904 = from1904;
        this.numbers = numbers;
    }

    /** Finds the merged areas and the last row with content; refuses an empty sheet. */
    void survey(int maximumRows) {
        measure(maximumRows);
        if (lastRow == 0) {
            throw EMPTY_SHEET.plain();
        }
    }

    /** Finds the merged areas, the hidden rows and the last row with content, and says whether there is one. */
    boolean measure(int maximumRows) {
        start();
        Xml.walk(parts.open(part), element -> {
            step(element);
            switch (element.getLocalName()) {
                case "v", "is" -> {
                    lastRow = row;
                    if (row > maximumRows) {
                        throw TOO_MANY_ROWS.with(Map.of("maximum", maximumRows));
                    }
                    if (column > Workbook.MAXIMUM_COLUMNS) {
                        throw TOO_WIDE.with(Map.of("maximum", Workbook.MAXIMUM_COLUMNS));
                    }
                }
                case "row" -> hidden.set(row, Xml.isTrue(Xml.attribute(element, "hidden")));
                case "mergeCell" -> addMerged(String.valueOf(Xml.attribute(element, "ref")));
                default -> {}
            }
            return true;
        });
        return lastRow > 0;
    }

    boolean isShown(SheetRow row) {
        return !hidden.get(row.number());
    }

    List<MergedArea> merged() {
        return merged.all();
    }

    void read(SharedTexts shared, NumberFormats formats, Consumer<SheetRow> reader) {
        start();
        RowsInOrder rows = new RowsInOrder(merged, reader);
        Xml.walk(parts.open(part), element -> {
            step(element);
            if (row > lastRow) {
                return false;
            }
            switch (element.getLocalName()) {
                case "row" -> rows.open(row);
                case "c" -> said = false;
                case "is" -> {
                    // Some programs leave the old text behind the value that replaced it.
                    if (!said) {
                        rows.put(column, SharedTexts.richText(element, "is"));
                    }
                }
                case "v" -> {
                    said = true;
                    rows.put(column, text(SharedTexts.plainText(element), shared, formats));
                }
                default -> {}
            }
            return true;
        });
        rows.closeUpTo(lastRow);
    }

    private void start() {
        row = 0;
        column = 0;
    }

    /** Keeps the place: row and column may be written or left to be counted. */
    private void step(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "row" -> {
                String number = Xml.attribute(element, "r");
                int next = number == null ? row + 1 : parse(number);
                if (next <= row || next > LAST_ROW_OF_EXCEL) {
                    throw new DamagedException("Row " + next + " after " + row);
                }
                row = next;
                column = 0;
            }
            case "c" -> {
                String reference = Xml.attribute(element, "r");
                column = reference == null ? column + 1 : columnOf(reference);
                type = orElse(Xml.attribute(element, "t"), "n");
                style = orElse(Xml.attribute(element, "s"), "0");
            }
            default -> {}
        }
    }

    private String text(String value, SharedTexts shared, NumberFormats formats) {
        return switch (type) {
            case "s" -> shared.at(value);
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "str", "e", "inlineStr" -> value;
            case "d" -> value.replace("T00:00:00", "").replace('T', ' ');
            default -> number(value, formats.of(parse(style)));
        };
    }

    private String number(String value, NumberFormats.Format format) {
        if (value.isBlank()) {
            return "";
        }
        try {
            BigDecimal number = new BigDecimal(value.strip());
            if (Math.abs((long) number.precision() - number.scale()) > 400) {
                throw new DamagedException("Number " + value);
            }
            return numbers.text(number, format, from1904);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new DamagedException(e);
        }
    }

    private void addMerged(String reference) {
        String[] corners = reference.split(":");
        String first = corners[0];
        String last = corners[corners.length - 1];
        merged.add(rowOf(first) - 1, rowOf(last) - 1, columnOf(first) - 1, columnOf(last) - 1);
    }

    private static int rowOf(String reference) {
        return parse(reference.replaceAll("[^0-9]", ""));
    }

    private static int columnOf(String reference) {
        int column = 0;
        for (char letter : reference.toCharArray()) {
            if (letter >= 'A' && letter <= 'Z' && column < 20_000) {
                column = column * 26 + letter - 'A' + 1;
            }
        }
        if (column == 0 || column > 16_384) {
            throw new DamagedException("Cell " + reference);
        }
        return column;
    }

    private static int parse(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new DamagedException(e);
        }
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
