package org.luoshi.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an item of the ledger stands just now, for rooms that handed it over.
 *
 * @param number null while it is a draft
 * @param stateKey key of the name of its state
 * @param done closed with proof; what was called off or merged is neither open nor done
 */
public record ItemStanding(
        UUID id,
        @Nullable String number,
        String title,
        String stateKey,
        boolean open,
        boolean done,
        boolean overdue,
        @Nullable Instant due) {}
