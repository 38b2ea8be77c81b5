package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table drawn with lines: its grid, and which of the grid's fields are one cell because no line parts them. */
final class RuledTable implements PageItem {

    private static final double NEAR = 3;
    /** Lines that overshoot by less do not open another column. */
    private static final double NARROWEST = 9;

    private final double[] xs;
    private final double[] ys;
    private final int[] cellOf;
    private final Map<Integer, List<Glyph>> glyphs = new HashMap<>();

    private RuledTable(double[] xs, double[] ys, int[] cellOf) {
        this.xs = xs;
        this.ys = ys;
        this.cellOf = cellOf;
    }

    /** Of lines that hang together. Outer edges that are not drawn are added, as many tables are open at their sides. */
    static RuledTable of(List<Ruling> lines) {
        List<Ruling> across = lines.stream().filter(Ruling::horizontal).toList();
        List<Ruling> down = lines.stream().filter(line -> !line.horizontal()).toList();
        double[] xs = places(down, across);
        double[] ys = places(across, down);
        int columns = xs.length - 1;
        int rows = ys.length - 1;
        Joined fields = new Joined(Math.max(0, rows * columns));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int field = row * columns + column;
                if (column + 1 < columns && !isDrawn(down, xs[column + 1], (ys[row] + ys[row + 1]) / 2)) {
                    fields.join(field, field + 1);
                }
                if (row + 1 < rows && !isDrawn(across, ys[row + 1], (xs[column] + xs[column + 1]) / 2)) {
                    fields.join(field, field + columns);
                }
            }
        }
        return new RuledTable(xs, ys, fields.groups());
    }

    /** Where lines of one direction lie, and the ends of the others where they stand out. */
    private static double[] places(List<Ruling> lines, List<Ruling> crossing) {
        List<Double> all =
                new ArrayList<>(lines.stream().map(Ruling::at).sorted().toList());
        double first = crossing.stream().mapToDouble(Ruling::from).min().orElse(0);
        double last = crossing.stream().mapToDouble(Ruling::to).max().orElse(0);
        if (first < all.get(0) - NARROWEST) {
            all.add(0, first);
        }
        if (last > all.get(all.size() - 1) + NARROWEST) {
            all.add(last);
        }
        double[] places = new double[all.size()];
        int count = 0;
        for (double at : all) {
            if (count == 0 || at - places[count - 1] > NEAR) {
                places[count++] = at;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static boolean isDrawn(List<Ruling> lines, double at, double middle) {
        return lines.stream()
                .anyMatch(
                        line -> Math.abs(line.at() - at) <= NEAR + 0.5 && line.from() <= middle && line.to() >= middle);
    }

    /** One column is a frame or a list of boxes, not a table. */
    boolean isTable() {
        return xs.length > 2
                && ys.length > 1
                && Arrays.stream(cellOf).distinct().count() > 1;
    }

    @Override
    public double top() {
        return ys[0];
    }

    /** Takes the character where it stands inside. */
    boolean take(Glyph glyph) {
        int column = index(xs, glyph.middle());
        int row = index(ys, glyph.centre());
        if (column < 0 || row < 0) {
            return false;
        }
        glyphs.computeIfAbsent(cellOf[row * (xs.length - 1) + column], unused -> new ArrayList<>())
                .add(glyph);
        return true;
    }

    private static int index(double[] places, double at) {
        int found = Arrays.binarySearch(places, at);
        int index = found >= 0 ? found : -found - 2;
        return index >= 0 && index < places.length - 1 ? index : -1;
    }

    List<List<GridCell>> rows() {
        int columns = xs.length - 1;
        Map<Integer, GridCell> cells = new HashMap<>();
        List<List<GridCell>> rows = new ArrayList<>();
        for (int row = 0; row < ys.length - 1; row++) {
            List<GridCell> places = new ArrayList<>(columns);
            for (int column = 0; column < columns; column++) {
                places.add(cells.computeIfAbsent(cellOf[row * columns + column], this::cell));
            }
            rows.add(places);
        }
        return rows;
    }

    private GridCell cell(int group) {
        List<PageLine> lines = PageLine.of(glyphs.getOrDefault(group, List.of()));
        double right = lines.stream().mapToDouble(PageLine::x1).max().orElse(0);
        GridCell cell = new GridCell();
        StringBuilder text = new StringBuilder();
        PageLine before = null;
        for (PageLine line : lines) {
            boolean ended = before != null
                    && (before.x1() < right - 1.6 * before.size() || Characters.endsSentence(before.text()));
            if (ended && Characters.startsWithMarker(line.text())) {
                cell.add(text.toString());
                text.setLength(0);
            }
            String joined = Characters.join(text.toString(), line.text());
            text.setLength(0);
            text.append(joined);
            before = line;
        }
        cell.add(text.toString());
        return cell;
    }

    /** The same columns, perhaps a little aside as on the back of a sheet. */
    boolean hasColumnsOf(RuledTable other) {
        if (xs.length != other.xs.length) {
            return false;
        }
        for (int i = 1; i < xs.length; i++) {
            if (Math.abs(xs[i] - xs[0] - (other.xs[i] - other.xs[0])) > NEAR + 1) {
                return false;
            }
        }
        return true;
    }

    /** Fields that were joined, by union of their groups. */
    private static final class Joined {

        private final int[] parent;

        Joined(int fields) {
            parent = new int[fields];
            Arrays.setAll(parent, i -> i);
        }

        void join(int one, int other) {
            parent[root(other)] = root(one);
        }

        private int root(int field) {
            int at = field;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        int[] groups() {
            int[] groups = new int[parent.length];
            Arrays.setAll(groups, this::root);
            return groups;
        }
    }
}
