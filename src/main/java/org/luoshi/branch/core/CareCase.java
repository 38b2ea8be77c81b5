package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Care for a member in difficulty (P-37).
 *
 * @param keepUntil of one that is closed, the day from which it is deleted
 * @param held why it may not be deleted yet; null where nothing holds it
 */
public record CareCase(
        UUID id,
        int version,
        UUID branchId,
        UUID personId,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate keepUntil,
        @Nullable String held) {}
