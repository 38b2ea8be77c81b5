package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.List;

/** A cell while its table is being read. Merged places share one object. */
final class GridCell {

    private final List<String> lines = new ArrayList<>();

    static GridCell of(String text) {
        GridCell cell = new GridCell();
        cell.add(text);
        return cell;
    }

    void add(String text) {
        text.lines().map(Characters::clean).filter(line -> !line.isEmpty()).forEach(lines::add);
    }

    /** Goes on where the cell broke off at the end of a page. */
    void goOn(GridCell rest) {
        if (lines.isEmpty()) {
            lines.addAll(rest.lines);
        } else if (!rest.lines.isEmpty()) {
            String last = lines.remove(lines.size() - 1);
            lines.add(Characters.join(last, rest.text()));
        }
    }

    List<String> lines() {
        return lines;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** In one line, because a row of a table is one line. */
    String text() {
        return String.join(" ", lines).replace('\t', ' ');
    }
}
