package org.luoshi.meetings.core;

import java.util.Map;

/** Texts that people typed, checked for being there and for their length in code points. */
public final class MeetingWords {

    private MeetingWords() {}

    /** The text without blanks around it; refused where there is none or it is too long. */
    public static String require(String field, String text, int longest) {
        String words = optional(field, text, longest);
        if (words.isEmpty()) {
            throw MeetingError.FIELD_MISSING.with(Map.of("field", field));
        }
        return words;
    }

    /** The text without blanks around it, which may be empty; refused where it is too long. */
    public static String optional(String field, String text, int longest) {
        String words = text.strip();
        if (words.codePointCount(0, words.length()) > longest) {
            throw MeetingError.TEXT_TOO_LONG.with(Map.of("field", field, "longest", longest));
        }
        return words;
    }
}
