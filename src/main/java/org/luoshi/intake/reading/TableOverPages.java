package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins a table with its continuation on the next page. */
final class TableOverPages {

    private static final int MOST_HEAD_ROWS = 3;
    private static final Pattern NUMBER = Pattern.compile("[（(]?\\d{1,4}[）).、]?");

    private final PaperWriter paper;
    private @Nullable RuledTable last;
    private List<List<GridCell>> rows = new ArrayList<>();

    TableOverPages(PaperWriter paper) {
        this.paper = paper;
    }

    void add(RuledTable table) {
        List<List<GridCell>> more = new ArrayList<>(table.rows());
        if (last != null && table.hasColumnsOf(last)) {
            int heads = repeatedHeads(more);
            goOn(more.subList(heads, more.size()));
        } else {
            end();
            rows = more;
        }
        last = table;
    }

    void end() {
        if (!rows.isEmpty()) {
            paper.table(rows);
        }
        rows = new ArrayList<>();
        last = null;
    }

    private int repeatedHeads(List<List<GridCell>> more) {
        int heads = 0;
        while (heads < Math.min(MOST_HEAD_ROWS, Math.min(rows.size(), more.size()))
                && texts(rows.get(heads)).equals(texts(more.get(heads)))) {
            heads++;
        }
        return heads;
    }

    private static List<String> texts(List<GridCell> row) {
        return row.stream().map(GridCell::text).toList();
    }

    /**
     * A first row without its number is no row of its own: either the page end has cut the last row in two, or cells merged over several
     * rows go on.
     */
    private void goOn(List<List<GridCell>> more) {
        if (more.isEmpty()) {
            return;
        }
        List<GridCell> before = rows.get(rows.size() - 1);
        List<GridCell> first = more.get(0);
        if (!first.get(0).isEmpty() || before.get(0).isEmpty()) {
            rows.addAll(more);
            return;
        }
        if (isCut(before, first)) {
            Map<GridCell, GridCell> whole = new IdentityHashMap<>();
            for (int column = 0; column < first.size(); column++) {
                GridCell target = before.get(column);
                if (whole.put(first.get(column), target) == null) {
                    target.goOn(first.get(column));
                }
            }
            rows.addAll(replaced(more.subList(1, more.size()), whole));
        } else {
            Map<GridCell, GridCell> merged = new IdentityHashMap<>();
            for (int column = 0; column < first.size(); column++) {
                if (first.get(column).isEmpty()) {
                    merged.put(first.get(column), before.get(column));
                }
            }
            rows.addAll(replaced(more, merged));
        }
    }

    /** Few cells go on, none of them with a number of its own, and one broke off in the middle of a sentence. */
    private static boolean isCut(List<GridCell> before, List<GridCell> first) {
        boolean brokeOff = false;
        int goingOn = 0;
        for (int column = 0; column < first.size(); column++) {
            String more = first.get(column).text();
            String text = before.get(column).text();
            if (!more.isEmpty()) {
                if (Characters.startsWithMarker(more) || NUMBER.matcher(more).matches()) {
                    return false;
                }
                goingOn++;
                brokeOff |= text.length() > 8 && !Characters.endsSentence(text);
            }
        }
        long filled = before.stream().filter(cell -> !cell.isEmpty()).count();
        return brokeOff && goingOn * 2 <= filled + 1;
    }

    private static List<List<GridCell>> replaced(List<List<GridCell>> rows, Map<GridCell, GridCell> by) {
        return rows.stream()
                .map(row ->
                        row.stream().map(cell -> by.getOrDefault(cell, cell)).toList())
                .toList();
    }
}
