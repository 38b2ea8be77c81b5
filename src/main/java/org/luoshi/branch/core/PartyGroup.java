package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A party group; {@code unitId} is the division it mirrors, if any (P-15). */
public record PartyGroup(
        UUID id,
        UUID branchId,
        String name,
        @Nullable UUID unitId,
        int place,
        LocalDate fromDay,
        @Nullable LocalDate toDay)
        implements Days {}
