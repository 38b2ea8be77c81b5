package org.luoshi.meetings.venue;

import java.util.List;

/** A chapter of the handbook: lower orders stand first, each paragraph on lines of its own. */
public record HandbookText(int order, String title, List<String> paragraphs) {

    public HandbookText {
        paragraphs = List.copyOf(paragraphs);
    }
}
