package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is written.
 *
 * @param assignmentIds the parts it reports on: one report may serve several items of the same unit
 * @param body what was done; for a zero report the reason why there is nothing new
 * @param forecast the day by which the unit itself expects to be done
 * @param helpNeeded what the unit needs from others
 */
public record NewFeedback(
        List<UUID> assignmentIds,
        FeedbackKind kind,
        String body,
        @Nullable LocalDate forecast,
        @Nullable String helpNeeded,
        List<Proof> evidence) {

    /** Proof for one point (or, without point, for the report as a whole): a file or words that say where it can be seen. */
    public record Proof(
            @Nullable UUID requirementId,
            @Nullable UUID fileId,
            @Nullable String words) {}
}
