package org.luoshi.meetings.venue;

import java.util.Locale;

/** How wide a text is, in heights of its type: a Chinese character is as wide as it is high, others a little more than half. */
final class Ems {

    private static final double NARROW = 0.58;

    private Ems() {}

    static double of(String text) {
        return text.codePoints()
                .mapToDouble(character -> isWide(character) ? 1 : NARROW)
                .sum();
    }

    static boolean isWide(int character) {
        return character >= 0x2E80;
    }

    /** With at most one decimal, as drawings want it. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
