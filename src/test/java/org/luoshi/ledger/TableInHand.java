package org.luoshi.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An exported list as somebody has it open in a spreadsheet program: edits cells, moves columns, sorts rows, and saves it anew. */
final class TableInHand {

    static final String ID = "编号（勿改）";

    private final List<String> heads = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TableInHand(byte[] file) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            sheet.getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < heads.size(); column++) {
                    Cell cell = row.getCell(column);
                    cells.add(cell == null || cell.getCellType() == CellType.BLANK ? "" : cell.getStringCellValue());
                }
                rows.add(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return rows.size();
    }

    List<String> heads() {
        return List.copyOf(heads);
    }

    String cell(int row, String head) {
        return rows.get(row).get(column(head));
    }

    TableInHand write(int row, String head, String text) {
        rows.get(row).set(column(head), text);
        return this;
    }

    /** The row of this item. */
    int rowOf(String title) {
        return find("事项名称", title);
    }

    int find(String head, String text) {
        for (int i = 0; i < rows.size(); i++) {
            if (cell(i, head).equals(text)) {
                return i;
            }
        }
        throw new AssertionError("No row with " + text + " under " + head);
    }

    TableInHand addRow(String... headsAndTexts) {
        rows.add(new ArrayList<>(Collections.nCopies(heads.size(), "")));
        for (int i = 0; i < headsAndTexts.length; i += 2) {
            write(rows.size() - 1, headsAndTexts[i], headsAndTexts[i + 1]);
        }
        return this;
    }

    TableInHand copyRow(int row) {
        rows.add(new ArrayList<>(rows.get(row)));
        return this;
    }

    TableInHand removeRow(int row) {
        rows.remove(row);
        return this;
    }

    TableInHand addColumn(String head, String text) {
        heads.add(head);
        rows.forEach(row -> row.add(text));
        return this;
    }

    TableInHand removeColumn(String head) {
        int column = column(head);
        heads.remove(column);
        rows.forEach(row -> row.remove(column));
        return this;
    }

    TableInHand moveColumns(Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<String> before = List.copyOf(heads);
        heads.clear();
        order.forEach(column -> heads.add(before.get(column)));
        rows.replaceAll(row -> new ArrayList<>(order.stream().map(row::get).toList()));
        return this;
    }

    TableInHand sort(String head) {
        int column = column(head);
        rows.sort(Comparator.comparing(row -> row.get(column)));
        return this;
    }

    TableInHand shuffle(Random random) {
        Collections.shuffle(rows, random);
        return this;
    }

    private int column(String head) {
        int column = heads.indexOf(head);
        if (column < 0) {
            throw new AssertionError("No column " + head + " in " + heads);
        }
        return column;
    }

    byte[] save() {
        return save((sheet, random) -> {});
    }

    /** As another program saves it: texts shared, some days as days, some whole numbers as numbers. */
    byte[] save(BiConsumer<XSSFSheet, CellStyle> more) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("Sheet1");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            fill(sheet, 0, heads, day, false);
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet, i + 1, rows.get(i), day, i % 2 == 0);
            }
            more.accept(sheet, day);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(XSSFSheet sheet, int number, List<String> cells, CellStyle day, boolean typed) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            if (text.isEmpty()) {
                continue;
            }
            Cell cell = row.createCell(i);
            boolean isDay = typed
                    && Arrays.asList("时限", "原时限", "预计完成").contains(heads.get(i))
                    && text.matches("\\d{4}-\\d{2}-\\d{2}");
            boolean isNumber = typed && heads.get(i).startsWith("版本");
            if (isDay) {
                cell.setCellValue(LocalDate.parse(text));
                cell.setCellStyle(day);
            } else if (isNumber) {
                cell.setCellValue(Integer.parseInt(text));
            } else {
                // Excel writes what would be read as an escape with an escape of its own; the library leaves that to
                // us.
                cell.setCellValue(text.replaceAll("_(x[0-9A-Fa-f]{4}_)", "_x005F_$1"));
            }
        }
    }
}
