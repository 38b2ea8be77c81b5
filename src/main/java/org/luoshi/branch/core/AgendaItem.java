package org.luoshi.branch.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A point of the agenda.
 *
 * @param firstItem studied first (第一议题, E-08)
 * @param beforeId the point of an earlier committee meeting that saw it first (P-35)
 * @param itemId the ledger item in which it is followed up
 */
public record AgendaItem(
        UUID id,
        int number,
        String title,
        boolean firstItem,
        @Nullable UUID beforeId,
        @Nullable UUID itemId) {}
