package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to membership.
 *
 * @param purgeOn of one that ended, the day from which nothing of it is kept any more
 */
public record Recruit(
        UUID id,
        int version,
        UUID branchId,
        UUID personId,
        RecruitStage stage,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate purgeOn) {}
