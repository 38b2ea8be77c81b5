package org.luoshi.spreadsheets.core;

import static org.luoshi.spreadsheets.SpreadsheetError.EMPTY_SHEET;
import static org.luoshi.spreadsheets.SpreadsheetError.ENCRYPTED;
import static org.luoshi.spreadsheets.SpreadsheetError.NO_SUCH_SHEET;
import static org.luoshi.spreadsheets.SpreadsheetError.OLD_FORMAT_TOO_LARGE;
import static org.luoshi.spreadsheets.SpreadsheetError.OTHER_DOCUMENT;
import static org.luoshi.spreadsheets.SpreadsheetError.TOO_MANY_ROWS;
import static org.luoshi.spreadsheets.SpreadsheetError.TOO_WIDE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SheetView;

/** An .xls of the years before 2007. It cannot be streamed, so it must be small. */
final class XlsWorkbook implements Workbook {

    private static final int LARGEST_MB = 16;

    private final POIFSFileSystem container;
    private final HSSFWorkbook workbook;

    private XlsWorkbook(POIFSFileSystem container, HSSFWorkbook workbook) {
        this.container = container;
        this.workbook = workbook;
    }

    static Workbook open(byte[] bytes) throws IOException {
        try {
            POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes));
            requireReadable(container.getRoot(), bytes.length);
            return new XlsWorkbook(container, new HSSFWorkbook(container));
        } catch (EncryptedDocumentException e) {
            throw ENCRYPTED.plain();
        } catch (org.luoshi.shared.BusinessException refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            // The old reader answers damage with whatever exception it happens to meet.
            throw new DamagedException(e);
        }
    }

    @Override
    public List<String> sheetNames() {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .filter(index -> workbook.getSheetVisibility(index) == SheetVisibility.VISIBLE)
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    @Override
    public void read(String sheetName, int maximumRows, Consumer<SheetRow> reader) {
        Sheet sheet = sheet(sheetName);
        int last = lastRowWithContent(sheet, maximumRows);
        if (last == 0) {
            throw EMPTY_SHEET.plain();
        }
        read(sheet, last, mergedAreas(sheet), CellText.Style.SAME_EVERYWHERE, reader);
    }

    @Override
    public Optional<SheetView> view(String sheetName, int maximumRows) {
        Sheet sheet = sheet(sheetName);
        int last = lastRowWithContent(sheet, maximumRows);
        if (last == 0) {
            return Optional.empty();
        }
        MergedAreas merged = mergedAreas(sheet);
        List<SheetRow> shown = new ArrayList<>();
        read(sheet, last, merged, new DatesAsSeen(), row -> {
            Row source = sheet.getRow(row.number() - 1);
            if (source == null || !source.getZeroHeight()) {
                shown.add(row);
            }
        });
        return Optional.of(new SheetView(sheetName, shown, merged.all()));
    }

    private Sheet sheet(String name) {
        Sheet sheet = workbook.getSheet(name);
        if (sheet == null || !sheetNames().contains(sheet.getSheetName())) {
            throw NO_SUCH_SHEET.with(Map.of("sheet", name));
        }
        return sheet;
    }

    private static MergedAreas mergedAreas(Sheet sheet) {
        MergedAreas merged = new MergedAreas();
        sheet.getMergedRegions()
                .forEach(area ->
                        merged.add(area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()));
        return merged;
    }

    private static void read(
            Sheet sheet, int last, MergedAreas merged, CellText.Style numbers, Consumer<SheetRow> reader) {
        RowsInOrder rows = new RowsInOrder(merged, reader);
        for (int index = 0; index < last; index++) {
            rows.open(index + 1);
            Row row = sheet.getRow(index);
            if (row != null) {
                row.forEach(cell -> rows.put(cell.getColumnIndex() + 1, text(cell, numbers)));
            }
        }
        rows.closeUpTo(last);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
        container.close();
    }

    private static void requireReadable(DirectoryNode root, int size) {
        if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
            throw ENCRYPTED.plain();
        }
        if (!root.hasEntry("Workbook") && !root.hasEntry("Book") && !root.hasEntry("WORKBOOK")) {
            throw OTHER_DOCUMENT.plain();
        }
        if (size > LARGEST_MB * 1024 * 1024) {
            throw OLD_FORMAT_TOO_LARGE.with(Map.of("maximum", LARGEST_MB));
        }
    }

    private static int lastRowWithContent(Sheet sheet, int maximumRows) {
        int last = 0;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!text(cell, CellText.Style.SAME_EVERYWHERE).isEmpty()) {
                    last = row.getRowNum() + 1;
                    if (cell.getColumnIndex() >= MAXIMUM_COLUMNS) {
                        throw TOO_WIDE.with(Map.of("maximum", MAXIMUM_COLUMNS));
                    }
                }
            }
        }
        if (last > maximumRows) {
            throw TOO_MANY_ROWS.with(Map.of("maximum", maximumRows));
        }
        return last;
    }

    private static String text(Cell cell, CellText.Style numbers) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> number(cell, numbers);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR ->
                FormulaError.isValidCode(cell.getErrorCellValue())
                        ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                        : "";
            default -> "";
        };
    }

    private static String number(Cell cell, CellText.Style numbers) {
        NumberFormats.Format format = NumberFormats.Format.of(
                cell.getCellStyle().getDataFormat(), cell.getCellStyle().getDataFormatString());
        HSSFWorkbook workbook = (HSSFWorkbook) cell.getSheet().getWorkbook();
        double value = cell.getNumericCellValue();
        return Double.isFinite(value)
                ? numbers.text(
                        BigDecimal.valueOf(value),
                        format,
                        workbook.getInternalWorkbook().isUsing1904DateWindowing())
                : "";
    }
}
