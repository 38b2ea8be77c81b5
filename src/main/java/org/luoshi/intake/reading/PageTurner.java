package org.luoshi.intake.reading;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what a page shows, y growing upwards, and turns the page so that most of its text stands upright. Text at another angle
 * (watermarks, seals, notes along the margin) is left out.
 */
final class PageTurner {

    /** Points; a filled box that is thinner is a line. */
    private static final double THIN = 3;

    private static final double SHORTEST = 4;
    private static final double MOST_ASKEW = 5;

    private record Shown(String text, double x0, double y0, double x1, double y1, double size, int quarter) {}

    private record Drawn(double x0, double y0, double x1, double y1) {}

    private final List<Shown> shown = new ArrayList<>();
    private final List<Drawn> drawn = new ArrayList<>();
    private boolean hasImage;

    static boolean isStraight(double degrees) {
        return Math.abs(degrees - Math.round(degrees / 90) * 90) <= MOST_ASKEW;
    }

    /** A character from one point of its line to another. */
    void show(String text, Point2D from, Point2D to, double size, double degrees) {
        int quarter = (int) Math.floorMod(Math.round(degrees / 90), 4L);
        shown.add(new Shown(text, from.getX(), from.getY(), to.getX(), to.getY(), size, quarter));
    }

    void image() {
        hasImage = true;
    }

    /** A line through these points. */
    void stroke(List<Point2D> points) {
        for (int i = 1; i < points.size(); i++) {
            Point2D from = points.get(i - 1);
            Point2D to = points.get(i);
            double across = Math.abs(from.getX() - to.getX());
            double along = Math.abs(from.getY() - to.getY());
            if (Math.min(across, along) <= 1 && Math.max(across, along) >= SHORTEST) {
                drawn.add(new Drawn(from.getX(), from.getY(), to.getX(), to.getY()));
            }
        }
    }

    /** An area within these points. */
    void fill(List<Point2D> points) {
        double left = points.stream().mapToDouble(Point2D::getX).min().orElse(0);
        double right = points.stream().mapToDouble(Point2D::getX).max().orElse(0);
        double low = points.stream().mapToDouble(Point2D::getY).min().orElse(0);
        double high = points.stream().mapToDouble(Point2D::getY).max().orElse(0);
        if (high - low <= THIN && right - left >= SHORTEST) {
            drawn.add(new Drawn(left, (low + high) / 2, right, (low + high) / 2));
        } else if (right - left <= THIN && high - low >= SHORTEST) {
            drawn.add(new Drawn((left + right) / 2, low, (left + right) / 2, high));
        }
    }

    PageContent upright(double width, double height) {
        int turn = quarterOfMost();
        List<Glyph> glyphs = new ArrayList<>(shown.size());
        for (Shown glyph : shown) {
            if (glyph.quarter == turn) {
                double x0 = x(turn, glyph.x0, glyph.y0);
                double x1 = x(turn, glyph.x1, glyph.y1);
                glyphs.add(new Glyph(glyph.text, x0, x1, y(turn, glyph.x0, glyph.y0), glyph.size));
            }
        }
        List<Ruling> rulings = drawn.stream()
                .map(line -> Ruling.between(
                        x(turn, line.x0, line.y0),
                        y(turn, line.x0, line.y0),
                        x(turn, line.x1, line.y1),
                        y(turn, line.x1, line.y1)))
                .toList();
        return new PageContent(turn % 2 == 0 ? width : height, glyphs, rulings, hasImage);
    }

    private int quarterOfMost() {
        int[] count = new int[4];
        shown.forEach(glyph -> count[glyph.quarter]++);
        int most = 0;
        for (int quarter = 1; quarter < 4; quarter++) {
            most = count[quarter] > count[most] ? quarter : most;
        }
        return most;
    }

    private static double x(int quarter, double x, double y) {
        return switch (quarter) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> -x;
            default -> -y;
        };
    }

    private static double y(int quarter, double x, double y) {
        return switch (quarter) {
            case 0 -> -y;
            case 1 -> x;
            case 2 -> y;
            default -> -x;
        };
    }
}
