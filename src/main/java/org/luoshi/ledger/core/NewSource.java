package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to register a source.
 *
 * @param kind code of a source kind: INSTRUCTION, MEETING, PAPER, WORK_REPORT, PROPOSAL, or one of the office's own
 * @param number of the paper, if it has one
 * @param leaderPostId the leader whose instruction it is, if any
 */
public record NewSource(
        String kind,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable UUID leaderPostId,
        String body,
        List<UUID> fileIds) {}
