package org.luoshi.meetings.after;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Minutes as they were written.
 *
 * @param seenVersion 0 where there were none
 */
public record WrittenMinutes(
        int seenVersion, String number, String present, String absent, String body, List<WrittenDecision> decisions) {

    public WrittenMinutes {
        decisions = List.copyOf(decisions);
    }

    /** A decision as it was written; one without text is none. */
    public record WrittenDecision(
            String text,
            String requirement,
            boolean handed,
            @Nullable UUID leadUnit,
            List<UUID> coUnits,
            @Nullable LocalDate due) {}
}
