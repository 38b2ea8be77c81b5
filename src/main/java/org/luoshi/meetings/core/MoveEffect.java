package org.luoshi.meetings.core;

import org.jspecify.annotations.Nullable;

/**
 * One line of the screen on which a meeting is moved.
 *
 * @param topic under which head it stands
 * @param text in the reader's language
 * @param href where the facts are; null where there is nothing more to see
 */
public record MoveEffect(
        Topic topic, Weight weight, String text, @Nullable String href) {

    /** Heads in the order of the screen. */
    public enum Topic {
        RULES,
        TASKS,
        OUTSIDERS,
        PEOPLE,
        ROOM,
        LINES,
        RECEIPTS,
        PAPERS
    }

    /** What a line asks of the reader. */
    public enum Weight {
        /** Cannot be confirmed like this. */
        STOPS,
        /** Can be confirmed, but somebody has to do something about it. */
        ASKS,
        /** Happens by itself. */
        TELLS
    }
}
