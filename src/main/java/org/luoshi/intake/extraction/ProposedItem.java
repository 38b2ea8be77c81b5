package org.luoshi.intake.extraction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as the paper gives it out. Names and words as they are written there.
 *
 * @param reference its number in the paper: （三）, 5, 5-2 for the second task of point 5; empty where it has none
 * @param section the headings above it, widest first
 * @param span where its words stand; the bracket that divides the work lies outside or inside of it
 * @param lead who leads or does it
 * @param support who helps
 * @param guide who guides or watches
 * @param collectives those of the names that stand for many units (各有关部门)
 * @param open "and other departments" stands behind the names
 * @param deadline last day in time, null where the paper names none
 * @param deadlineText the words that give the limit
 * @param confidence 0 to 1
 */
public record ProposedItem(
        String reference,
        List<String> section,
        String task,
        Span span,
        List<String> lead,
        List<String> support,
        List<String> guide,
        List<String> collectives,
        boolean open,
        @Nullable LocalDate deadline,
        @Nullable String deadlineText,
        @Nullable Recurrence recurring,
        Mode mode,
        Kind kind,
        double confidence) {

    /** How it was found. */
    public enum Kind {
        /** A bracket, label or column divides the work. */
        EXPLICIT,
        /** A sentence says it. */
        PROSE
    }

    /** The first sentence, for a list. */
    public String title() {
        int stop = task.indexOf('。');
        int line = task.indexOf('\n');
        int end = stop < 0 ? line : line < 0 ? stop : Math.min(stop, line);
        return end < 4 ? task : task.substring(0, end);
    }
}
