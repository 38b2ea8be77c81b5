package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who held which post of the branch from when to when. */
public record PostHolding(
        UUID id,
        UUID branchId,
        BranchPost post,
        UUID personId,
        LocalDate fromDay,
        @Nullable LocalDate toDay) implements Days {}
