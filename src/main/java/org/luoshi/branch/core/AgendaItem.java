package org.luoshi.branch.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A point of the agenda.
 *
 * @param firstItem studied first (第一议题, E-08)
 * @param itemId the ledger item in which it is followed up
 */
public record AgendaItem(
        UUID id,
        int number,
        String title,
        boolean firstItem,
        @Nullable UUID itemId) {}
