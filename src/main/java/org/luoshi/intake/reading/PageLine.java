package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Characters that stand on one line, from left to right. */
record PageLine(String text, double x0, double x1, double y, double size) implements PageItem {

    private static final double WORD_GAP = 0.2;
    /** Figures are often set wide to fill a line. */
    private static final double FIGURE_GAP = 0.6;
    /** Beyond this two texts on one height have nothing to do with each other. */
    private static final double COLUMN_GAP = 1.5;

    @Override
    public double top() {
        return y;
    }

    double middle() {
        return (x0 + x1) / 2;
    }

    static List<PageLine> of(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        List<PageLine> lines = new ArrayList<>();
        List<Glyph> open = new ArrayList<>();
        double base = 0;
        for (Glyph glyph : sorted) {
            if (!open.isEmpty() && glyph.y() - base > 0.45 * glyph.size()) {
                close(open, lines);
            }
            if (open.isEmpty()) {
                base = glyph.y();
            }
            open.add(glyph);
        }
        close(open, lines);
        return lines;
    }

    private static void close(List<Glyph> open, List<PageLine> lines) {
        List<Glyph> glyphs = new ArrayList<>(open);
        glyphs.sort(Comparator.comparingDouble(Glyph::x0));
        open.clear();
        StringBuilder text = new StringBuilder();
        boolean spaced = false;
        Glyph first = null;
        Glyph last = null;
        for (Glyph glyph : glyphs) {
            if (glyph.isBlank()) {
                spaced = true;
            } else if (last == null || !isShadow(last, glyph)) {
                text.append(last != null && isApart(last, glyph, spaced) ? " " : "")
                        .append(glyph.text());
                first = first == null ? glyph : first;
                last = glyph;
                spaced = false;
            }
        }
        if (first != null && last != null) {
            double size = glyphs.stream()
                    .mapToDouble(Glyph::size)
                    .sorted()
                    .skip(glyphs.size() / 2)
                    .findFirst()
                    .orElse(10);
            lines.add(new PageLine(text.toString(), first.x0(), last.x1(), last.y(), size));
        }
    }

    /** Printed twice, a little aside, to look bold. */
    private static boolean isShadow(Glyph last, Glyph glyph) {
        return last.text().equals(glyph.text())
                && glyph.x0() - last.x0() < 0.25 * Math.min(glyph.size(), last.x1() - last.x0() + 0.01);
    }

    private static boolean isApart(Glyph last, Glyph next, boolean spaced) {
        double gap = (next.x0() - last.x1()) / next.size();
        int before = last.text().codePointBefore(last.text().length());
        int after = next.text().codePointAt(0);
        if (Characters.isWide(before) || Characters.isWide(after)) {
            return gap > COLUMN_GAP;
        }
        boolean figures = !Character.isLetter(before) && !Character.isLetter(after);
        return spaced && gap > 0.05 || gap > (figures ? FIGURE_GAP : WORD_GAP);
    }
}
