package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.luoshi.spreadsheets.SheetRow;

/**
 * One sheet cut into what stands above the headings, the headings (one row, or two where some are merged downwards) and the rows.
 *
 * @param headingRow 0 where no row looks like headings
 */
record ImportedTable(List<String> titles, int headingRow, List<ImportHeading> columns, List<SheetRow> body) {

    private static final int LOOKED_AT = 30;
    private static final int LEAST_KNOWN = 2;
    private static final int SAMPLES = 3;

    /** Finds the headings: the first row of those in which most cells are known headings. */
    static int findHeadings(List<SheetRow> rows, ImportDictionary dictionary) {
        int best = 0;
        long most = LEAST_KNOWN - 1;
        for (SheetRow row : rows.stream().limit(LOOKED_AT).toList()) {
            long known = new LinkedHashSet<>(row.cells())
                    .stream().filter(dictionary::knows).count();
            if (known > most) {
                most = known;
                best = row.number();
            }
        }
        return best;
    }

    static ImportedTable of(List<SheetRow> rows, int headingRow, ImportDictionary dictionary) {
        List<SheetRow> above =
                rows.stream().filter(row -> row.number() < headingRow).toList();
        List<SheetRow> below =
                rows.stream().filter(row -> row.number() >= headingRow).toList();
        SheetRow first = headingRow == 0 || below.isEmpty() ? new SheetRow(0, List.of()) : below.get(0);
        int headings = headingRow == 0 ? 0 : rowsOfHeadings(first, below, dictionary);
        List<SheetRow> body = below.stream().skip(headings).toList();
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<ImportHeading> columns = IntStream.range(0, width)
                .mapToObj(index -> column(index, below.subList(0, headings), body))
                .toList();
        return new ImportedTable(titles(above), headingRow, columns, body);
    }

    /** Two where the row below repeats a heading (merged downwards) and adds known ones: 责任单位 over 牵头 and 配合. */
    private static int rowsOfHeadings(SheetRow first, List<SheetRow> rows, ImportDictionary dictionary) {
        if (rows.size() < 2) {
            return 1;
        }
        SheetRow second = rows.get(1);
        boolean repeats = IntStream.range(0, first.cells().size())
                .anyMatch(i -> !first.cell(i).isBlank() && first.cell(i).equals(second.cell(i)));
        boolean adds = second.cells().stream()
                .anyMatch(cell -> dictionary.knows(cell) && !first.cells().contains(cell));
        return repeats && adds ? 2 : 1;
    }

    private static ImportHeading column(int index, List<SheetRow> headings, List<SheetRow> body) {
        Set<String> heading = new LinkedHashSet<>();
        headings.forEach(row -> heading.add(oneLine(row.cell(index))));
        heading.remove("");
        List<String> samples = body.stream()
                .map(row -> oneLine(row.cell(index)))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .toList();
        return new ImportHeading(index, ImportHeading.letter(index), String.join(" ", heading), samples);
    }

    private static List<String> titles(List<SheetRow> above) {
        Set<String> texts = new LinkedHashSet<>();
        above.forEach(row -> row.cells().stream()
                .map(ImportedTable::oneLine)
                .filter(text -> !text.isEmpty())
                .forEach(texts::add));
        return new ArrayList<>(texts);
    }

    static String oneLine(String cell) {
        return cell.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
