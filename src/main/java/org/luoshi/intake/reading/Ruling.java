package org.luoshi.intake.reading;

/** A line drawn along the page: a horizontal one at a height, a vertical one at a distance from the left. */
record Ruling(boolean horizontal, double at, double from, double to) {

    static Ruling between(double x0, double y0, double x1, double y1) {
        return Math.abs(x1 - x0) >= Math.abs(y1 - y0)
                ? new Ruling(true, (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1))
                : new Ruling(false, (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1));
    }
}
