package org.luoshi.study.core;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luoshi.platform.Fold;
import org.luoshi.spreadsheets.SheetRow;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.stereotype.Component;

/** Reads a workbook with hours from elsewhere into plain lines, and says what its columns are called. */
@Component
public class StudyHoursTable {

    private static final int MOST_ROWS = 5_000;
    private static final int HEADINGS_WITHIN = 10;
    private static final String BETWEEN = "\t";

    private final SpreadsheetsApi spreadsheets;
    private final Map<Column, List<String>> headings = new EnumMap<>(Column.class);
    private final Map<String, Column> columnByWord = new HashMap<>();
    private final Map<String, List<String>> kinds = new HashMap<>();

    /** What a column can be. */
    public enum Column {
        NAME,
        TITLE,
        DATE,
        AMOUNT,
        UNIT,
        PLATFORM,
        KIND;

        boolean isNeeded() {
            return switch (this) {
                case NAME, TITLE, DATE, AMOUNT -> true;
                case UNIT, PLATFORM, KIND -> false;
            };
        }
    }

    StudyHoursTable(SpreadsheetsApi spreadsheets) {
        this.spreadsheets = spreadsheets;
        Map<String, Object> data = StudyData.read("hours-import.yaml");
        StudyData.map(data.get("headings")).forEach((key, value) -> {
            Column column = Column.valueOf(key);
            List<String> words = StudyData.words(value);
            headings.put(column, words);
            words.forEach(word -> columnByWord.putIfAbsent(Fold.text(word), column));
        });
        StudyData.map(data.get("kinds")).forEach((key, value) -> kinds.put(key, StudyData.words(value)));
    }

    /** The headings of an export, in the order of the columns. */
    public List<String> head() {
        return headings.values().stream().map(words -> words.get(0)).toList();
    }

    /** The word for an intensive course or something else. */
    public String kind(boolean course) {
        return kinds.getOrDefault(course ? "COURSE" : "OTHER", List.of("")).get(0);
    }

    boolean isCourse(String written) {
        return kinds.getOrDefault("COURSE", List.of()).stream()
                .anyMatch(word -> Fold.text(word).equals(Fold.text(written)));
    }

    /** A line of the table: the number of its row and a value for each column. */
    record Line(int number, Map<Column, String> cells) {

        String cell(Column column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /**
     * The rows of the first sheet as text: one line each, number and columns with tabs between.
     *
     * @throws org.luoshi.shared.BusinessException {@code study.headings-missing}, and what a spreadsheet refuses
     */
    public String read(byte[] workbook) {
        List<SheetRow> rows = new ArrayList<>();
        spreadsheets.read(workbook, spreadsheets.sheetNames(workbook).get(0), MOST_ROWS, rows::add);
        int best = 0;
        Map<Column, Integer> places = Map.of();
        for (int i = 0; i < Math.min(HEADINGS_WITHIN, rows.size()); i++) {
            Map<Column, Integer> found = columns(rows.get(i));
            if (found.size() > places.size()) {
                places = found;
                best = i;
            }
        }
        requireNeeded(places);
        StringBuilder text = new StringBuilder();
        for (SheetRow row : rows.subList(best + 1, rows.size())) {
            if (!row.isBlank()) {
                text.append(row.number());
                for (Column column : Column.values()) {
                    Integer place = places.get(column);
                    text.append(BETWEEN).append(place == null ? "" : flat(row.cell(place)));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private Map<Column, Integer> columns(SheetRow row) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = columnByWord.get(Fold.text(row.cell(i)));
            if (column != null) {
                found.putIfAbsent(column, i);
            }
        }
        return found;
    }

    private void requireNeeded(Map<Column, Integer> places) {
        String missing = headings.entrySet().stream()
                .filter(entry -> entry.getKey().isNeeded() && !places.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().get(0))
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw StudyError.HEADINGS_MISSING.with(Map.of("field", "file", "columns", missing));
        }
    }

    private static String flat(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }

    /** What {@link #read} wrote, read back; lines that are none are left out. */
    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\\R")) {
            String[] cells = line.split(BETWEEN, -1);
            if (cells.length == Column.values().length + 1
                    && cells[0].matches("\\d{1,6}")
                    && lines.size() < MOST_ROWS) {
                Map<Column, String> byColumn = new EnumMap<>(Column.class);
                for (Column column : Column.values()) {
                    byColumn.put(column, cells[column.ordinal() + 1]);
                }
                lines.add(new Line(Integer.parseInt(cells[0]), byColumn));
            }
        }
        return lines;
    }
}
