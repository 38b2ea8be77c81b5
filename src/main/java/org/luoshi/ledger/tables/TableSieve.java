package org.luoshi.ledger.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.luoshi.files.FilesApi;
import org.luoshi.shared.Actor;

/** Lets the rows through that somebody touched. Of the others only their ids are kept, so that a doubled one is found. */
final class TableSieve implements Consumer<TableRow> {

    static final int MOST_CHANGED = 5_000;
    private static final int AT_A_TIME = 500;

    private final TableLines lines;
    private final FilesApi files;
    private final Locale language;
    private final Actor actor;
    private final Map<UUID, Integer> firstRows = new HashMap<>();
    private final Map<UUID, List<Integer>> twins = new HashMap<>();
    private final Map<Integer, TableRow> kept = new TreeMap<>();
    private final List<TableRow> doubtful = new ArrayList<>();
    private int rows;

    TableSieve(TableLines lines, FilesApi files, Locale language, Actor actor) {
        this.lines = lines;
        this.files = files;
        this.language = language;
        this.actor = actor;
    }

    @Override
    public void accept(TableRow row) {
        rows++;
        files.requireUnmarked(String.join("\n", row.cells().values()));
        row.id().ifPresent(id -> remember(id, row));
        if (row.id().isEmpty() || isTouched(row)) {
            keep(row);
        } else if (isDoubtful(row)) {
            doubtful.add(row);
            if (doubtful.size() >= AT_A_TIME) {
                compare();
            }
        }
    }

    private void remember(UUID id, TableRow row) {
        Integer first = firstRows.putIfAbsent(id, row.row());
        if (first != null) {
            twins.computeIfAbsent(id, unused -> new ArrayList<>(List.of(first))).add(row.row());
        }
    }

    private static boolean isTouched(TableRow row) {
        TableMarks marks = row.marks();
        return row.cells().entrySet().stream()
                .anyMatch(cell -> marks.knows(cell.getKey()) && !marks.fits(cell.getKey(), cell.getValue()));
    }

    /** True where the file does not say what a cell was that may be changed. */
    private static boolean isDoubtful(TableRow row) {
        TableMarks marks = row.marks();
        return row.cells().keySet().stream()
                .anyMatch(column -> column.isMarked() && column.field() != null && !marks.knows(column));
    }

    /** Against the ledger as it is now. */
    private void compare() {
        Map<UUID, TableLine> now = lines.visible(
                doubtful.stream().flatMap(row -> row.id().stream()).toList(), language, actor);
        for (TableRow row : doubtful) {
            TableLine line = now.get(row.id().orElseThrow());
            if (line == null || differs(row, line)) {
                keep(row);
            }
        }
        doubtful.clear();
    }

    private static boolean differs(TableRow row, TableLine line) {
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getKey().isMarked() && cell.getKey().field() != null)
                .anyMatch(cell -> !cell.getValue().equals(line.cell(cell.getKey())));
    }

    private void keep(TableRow row) {
        kept.put(row.row(), row);
        if (kept.size() > MOST_CHANGED) {
            throw TableError.TOO_MANY_CHANGES.with(Map.of("maximum", MOST_CHANGED));
        }
    }

    TableReturnContent content(List<String> ignored) {
        compare();
        twins.forEach((id, all) -> all.forEach(row ->
                keep(kept.getOrDefault(row, new TableRow(row, Map.of(TableColumn.ID, id.toString()), List.of()))
                        .withTwins(all))));
        if (rows == 0) {
            throw TableError.NOTHING_BELOW.plain();
        }
        return new TableReturnContent(
                language.toLanguageTag(),
                ignored,
                rows - kept.size(),
                kept.values().stream().collect(Collectors.toList()));
    }
}
