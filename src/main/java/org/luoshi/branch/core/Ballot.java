package org.luoshi.branch.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vote at a meeting. The roll is frozen as of the day; only sums are kept.
 *
 * @param entitled who should attend with a vote, without those not counted
 * @param present of those, who was there
 */
public record Ballot(
        UUID id,
        UUID activityId,
        int number,
        Kind kind,
        String question,
        boolean secret,
        int entitled,
        int present,
        @Nullable Integer seats,
        @Nullable Integer yes,
        @Nullable Integer no,
        @Nullable Integer abstain,
        @Nullable Instant takenAt) {

    /** What is voted on. */
    public enum Kind {
        DECISION,
        ELECTION
    }

    /** Somebody who may be elected, with the votes they got. */
    public record Candidate(
            int number,
            UUID personId,
            @Nullable Integer yes,
            @Nullable Boolean elected) {}

    /** One voter of the frozen roll; whether they were there, never how they voted. */
    public record Voter(
            UUID personId, boolean present, @Nullable String notCounted) {}

    /** A ballot with its roll and candidates. */
    public record Whole(Ballot ballot, List<Voter> roll, List<Candidate> candidates) {}
}
