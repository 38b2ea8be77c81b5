package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;

/**
 * What somebody asks for.
 *
 * @param assignmentId the part it concerns; null when it concerns the item as a whole
 * @param progress what was done so far (an extension needs it)
 * @param date the new day for an extension
 * @param cycle the report cycle that replaces the limit of a long-term item
 * @param unitId the unit that should take over
 * @param ending how a cancelled item ends
 */
public record NewRequest(
        RequestKind kind,
        @Nullable UUID assignmentId,
        String reason,
        @Nullable String progress,
        @Nullable LocalDate date,
        @Nullable Cycle cycle,
        @Nullable UUID unitId,
        @Nullable Ending ending) {}
