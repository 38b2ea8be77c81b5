package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The lines and tables of a piece of a page, as a browser would break them. */
final class HtmlFlow {

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "big", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
            "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr", "time",
            "o:p");

    private static final int WIDEST = 500;

    private final Consumer<String> lines;
    private final Consumer<List<List<GridCell>>> tables;
    private final StringBuilder line = new StringBuilder();

    HtmlFlow(Consumer<String> lines, Consumer<List<List<GridCell>>> tables) {
        this.lines = lines;
        this.tables = tables;
    }

    void read(Element element) {
        if (element.normalName().equals("table")) {
            table(element);
        } else {
            children(element);
        }
        endLine();
    }

    private void children(Element element) {
        int number = 0;
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                append(text.getWholeText());
            } else if (child instanceof Element inner) {
                if (inner.normalName().equals("li") && element.normalName().equals("ol")) {
                    number++;
                    endLine();
                    line.append(Characters.startsWithMarker(inner.text().strip()) ? "" : number + ".");
                    children(inner);
                    endLine();
                } else {
                    element(inner);
                }
            }
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (name.equals("br") || name.equals("hr")) {
            endLine();
        } else if (name.equals("table")) {
            endLine();
            table(element);
        } else if (INLINE.contains(name)) {
            children(element);
        } else {
            endLine();
            children(element);
            endLine();
        }
    }

    /** White space collapses; a line break in the source between two Chinese signs is none at all. */
    private void append(String text) {
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == ' ' || character == '\n' || character == '\r' || character == '\t' || character == '\f') {
                gap = true;
                continue;
            }
            if (gap) {
                gap(character);
                gap = false;
            }
            line.append(character);
        }
        if (gap) {
            gap('x');
        }
    }

    private void gap(char next) {
        if (line.isEmpty() || line.charAt(line.length() - 1) == ' ') {
            return;
        }
        boolean wide = Characters.isWide(line.charAt(line.length() - 1));
        if (!wide || !Characters.isWide(next)) {
            line.append(' ');
        }
    }

    private void endLine() {
        if (!line.toString().isBlank()) {
            lines.accept(line.toString());
        }
        line.setLength(0);
    }

    private void table(Element table) {
        if (table.select("table").size() > 1) {
            // A frame of the page's layout, not a table that somebody fills in.
            for (Element child : table.children()) {
                element(child);
            }
            return;
        }
        table.select("> caption").forEach(this::read);
        tables.accept(grid(table.select("tr")));
    }

    private static List<List<GridCell>> grid(List<Element> rows) {
        List<List<GridCell>> grid = new ArrayList<>();
        rows.forEach(row -> grid.add(new ArrayList<>()));
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (Element source : rows.get(row).children()) {
                if (!source.normalName().equals("td") && !source.normalName().equals("th")) {
                    continue;
                }
                while (isTaken(grid.get(row), column)) {
                    column++;
                }
                int right = Math.min(WIDEST, column + span(source, "colspan", 1));
                int below = Math.min(rows.size(), row + span(source, "rowspan", rows.size()));
                place(cell(source), grid.subList(row, below), column, right);
                column = right;
            }
        }
        grid.forEach(row -> row.replaceAll(cell -> cell == NOTHING ? new GridCell() : cell));
        return grid;
    }

    private static final GridCell NOTHING = new GridCell();

    private static boolean isTaken(List<GridCell> row, int column) {
        return column < row.size() && row.get(column) != NOTHING;
    }

    private static void place(GridCell cell, List<List<GridCell>> rows, int from, int to) {
        for (List<GridCell> row : rows) {
            while (row.size() < to) {
                row.add(NOTHING);
            }
            for (int column = from; column < to; column++) {
                row.set(column, cell);
            }
        }
    }

    private static GridCell cell(Element source) {
        GridCell cell = new GridCell();
        new HtmlFlow(cell::add, rows -> {}).read(source);
        return cell;
    }

    /** 0 stands for: to the end. */
    private static int span(Element cell, String name, int toTheEnd) {
        int span = OfficeXml.number(cell.attr(name), 1);
        return span == 0 ? toTheEnd : Math.max(1, Math.min(span, 2000));
    }
}
