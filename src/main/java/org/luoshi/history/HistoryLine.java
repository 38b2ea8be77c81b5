package org.luoshi.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line as it was written. */
public record HistoryLine(
        long number,
        UUID scopeId,
        String subjectKind,
        UUID subjectId,
        String action,
        Map<String, String> details,
        @Nullable String reason,
        UUID actorId,
        String actorName,
        String actorFrom,
        Instant happenedAt) {

    /** Key of its text in the bundles. */
    public String textKey() {
        return "history." + subjectKind + "." + action;
    }
}
