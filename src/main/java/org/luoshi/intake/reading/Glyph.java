package org.luoshi.intake.reading;

/**
 * A character on an upright page; y grows downwards.
 *
 * @param y of the line it stands on
 */
record Glyph(String text, double x0, double x1, double y, double size) {

    double middle() {
        return (x0 + x1) / 2;
    }

    /** Half the height of a Chinese sign. */
    double centre() {
        return y - size * 0.35;
    }

    boolean isBlank() {
        return text.isBlank() || text.equals("\u00A0");
    }
}
