package org.luoshi.ledger.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line was written into an item's time line; told within the transaction that wrote it.
 *
 * @param state of the item once the step was taken
 * @param subjectKind what the line is about: item, assignment, feedback, request, notice
 */
public record ItemNoted(
        UUID itemId, @Nullable String number, ItemState state, String subjectKind, UUID subjectId, String action) {}
