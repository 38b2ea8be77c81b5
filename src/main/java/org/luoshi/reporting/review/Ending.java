package org.luoshi.reporting.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the deletion of what is personal in a regime is.
 *
 * @param reports revisions from which something was removed so far
 */
public record Ending(
        int regime,
        @Nullable UUID askedBy,
        @Nullable Instant askedAt,
        @Nullable UUID confirmedBy,
        @Nullable Instant confirmedAt,
        long reports,
        int drafts,
        int links,
        int contacts,
        @Nullable Instant doneAt) {

    static Ending none(int regime) {
        return new Ending(regime, null, null, null, null, 0, 0, 0, 0, null);
    }
}
