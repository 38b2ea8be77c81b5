package org.luoshi.intake.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The block that lines are set in.
 *
 * @param left where lines begin that continue a paragraph
 * @param right where full lines end
 */
record PageMargins(double left, double right) {

    /** With fewer lines one cannot tell a margin from an accident. */
    static final int FEWEST_LINES = 8;

    static PageMargins of(List<PageLine> lines) {
        return new PageMargins(leftEdge(lines), rightEdge(lines));
    }

    double middle() {
        return (left + right) / 2;
    }

    /** The few lines that stick out further do not count. */
    private static double rightEdge(List<PageLine> lines) {
        return lines.stream()
                .map(PageLine::x1)
                .sorted(Comparator.reverseOrder())
                .skip(Math.min(Math.max(0, lines.size() - 1), lines.size() * 3 / 100))
                .findFirst()
                .orElse(0.0);
    }

    /** The place furthest left where many begin. */
    private static double leftEdge(List<PageLine> lines) {
        Map<Long, Integer> starts = new HashMap<>();
        lines.forEach(line -> starts.merge(Math.round(line.x0() / 4), 1, Integer::sum));
        int many = Math.max(1, Math.min(lines.size() / 12, 8));
        return starts.entrySet().stream()
                .filter(start -> start.getValue() >= many)
                .mapToDouble(start -> start.getKey() * 4.0)
                .min()
                .orElse(0);
    }
}
