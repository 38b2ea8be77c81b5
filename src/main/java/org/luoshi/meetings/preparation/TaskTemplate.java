package org.luoshi.meetings.preparation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that meetings of some kinds are prepared with.
 *
 * @param effort minutes
 * @param lead working days before the meeting
 * @param after codes of tasks that come first
 * @param waits who outside is waited for
 * @param kinds empty for every kind
 */
record TaskTemplate(
        String code,
        int effort,
        int lead,
        List<String> after,
        @Nullable String waits,
        boolean droppable,
        List<String> kinds) {

    boolean isFor(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
