package org.luoshi.reporting.forms;

import java.util.Map;

/** What every text of this part must keep to. */
final class Typing {

    private Typing() {}

    /** There, and not longer than so many characters. */
    static void require(String field, String text, int most) {
        if (text.isBlank()) {
            throw FormError.MISSING.with(Map.of("field", field));
        }
        atMost(field, text, most);
    }

    static void atMost(String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most || text.indexOf('\0') >= 0) {
            throw FormError.UNREADABLE.with(Map.of("field", field, "most", most));
        }
    }
}
