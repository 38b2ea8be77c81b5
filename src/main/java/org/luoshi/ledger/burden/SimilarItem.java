package org.luoshi.ledger.burden;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemState;

/**
 * Another item that asks nearly the same.
 *
 * @param percent share of the pairs of characters that both titles have in common
 * @param sharedUnits units that are asked by both
 * @param reports reports that were accepted there
 */
public record SimilarItem(
        UUID id,
        @Nullable String number,
        String title,
        ItemState state,
        boolean open,
        @Nullable Instant issuedAt,
        int percent,
        List<String> sharedUnits,
        int reports) {}
