package org.luoshi.meetings.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a meeting in a few lines, on the meeting's own page.
 *
 * @param order lower ones first: topics 10, notice and receipts 20, preparation 30, rooms and seats 40, the day 50, minutes 60, archive 70
 * @param title in the reader's language
 * @param light ok, soon, late or done with its word in {@code state}; null where there is nothing to light up
 */
public record MeetingCard(
        int order, String title, @Nullable String light, String state, List<String> lines, String href) {

    public MeetingCard {
        lines = List.copyOf(lines);
    }
}
