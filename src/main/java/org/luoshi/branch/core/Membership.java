package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose organisational relationship (组织关系) was with this branch from when to when, and where they came from and went to. */
public record Membership(
        UUID id,
        UUID branchId,
        UUID personId,
        LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable String cameFrom,
        @Nullable String wentTo)
        implements Days {}
