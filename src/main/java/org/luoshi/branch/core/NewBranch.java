package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is needed to found a branch. */
public record NewBranch(
        String name,
        UUID unitId,
        BranchKind kind,
        String themeDay,
        LocalDate foundedOn,
        @Nullable LocalDate endsBy,
        List<UUID> coveredUnits,
        @Nullable String approvedException) {}
