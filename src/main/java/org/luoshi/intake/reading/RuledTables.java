package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the tables of a page in its ruled lines: those that cross or touch belong together. */
final class RuledTables {

    private static final double NEAR = 3;
    /** A page with more lines is a map or a drawing. */
    private static final int MOST_LINES = 3000;

    private RuledTables() {}

    static List<RuledTable> find(List<Ruling> rulings) {
        List<Ruling> lines = new ArrayList<>(whole(rulings, true));
        lines.addAll(whole(rulings, false));
        if (lines.size() > MOST_LINES) {
            return List.of();
        }
        List<RuledTable> tables = new ArrayList<>();
        for (List<Ruling> group : groups(lines)) {
            if (group.stream().anyMatch(Ruling::horizontal) && group.stream().anyMatch(line -> !line.horizontal())) {
                RuledTable table = RuledTable.of(group);
                if (table.isTable()) {
                    tables.add(table);
                }
            }
        }
        tables.sort(Comparator.comparingDouble(RuledTable::top));
        return tables;
    }

    /** Pieces that continue each other, cell by cell, are one line. */
    private static List<Ruling> whole(List<Ruling> rulings, boolean horizontal) {
        List<Ruling> pieces = rulings.stream()
                .filter(line -> line.horizontal() == horizontal)
                .sorted(Comparator.comparingLong((Ruling line) -> Math.round(line.at()))
                        .thenComparingDouble(Ruling::from))
                .toList();
        List<Ruling> whole = new ArrayList<>();
        for (Ruling piece : pieces) {
            Ruling last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
            if (last != null
                    && Math.abs(last.at() - piece.at()) <= 1.5
                    && piece.from() - last.to() <= NEAR
                    && piece.from() >= last.from() - NEAR) {
                whole.set(
                        whole.size() - 1,
                        new Ruling(horizontal, last.at(), last.from(), Math.max(last.to(), piece.to())));
            } else {
                whole.add(piece);
            }
        }
        return whole;
    }

    private static List<List<Ruling>> groups(List<Ruling> lines) {
        List<List<Ruling>> groups = new ArrayList<>();
        boolean[] taken = new boolean[lines.size()];
        for (int first = 0; first < lines.size(); first++) {
            if (taken[first]) {
                continue;
            }
            taken[first] = true;
            List<Ruling> group = new ArrayList<>(List.of(lines.get(first)));
            for (int next = 0; next < group.size(); next++) {
                for (int other = 0; other < lines.size(); other++) {
                    if (!taken[other] && meet(group.get(next), lines.get(other))) {
                        taken[other] = true;
                        group.add(lines.get(other));
                    }
                }
            }
            groups.add(group);
        }
        return groups;
    }

    private static boolean meet(Ruling one, Ruling other) {
        return one.horizontal() != other.horizontal()
                && one.at() >= other.from() - NEAR
                && one.at() <= other.to() + NEAR
                && other.at() >= one.from() - NEAR
                && other.at() <= one.to() + NEAR;
    }
}
