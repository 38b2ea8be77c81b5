package org.luoshi.obligations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Role;

/** An obligation as it stands at this moment. {@code metAt} and {@code due} are the facts behind {@code state}. */
public record Obligation(
        UUID id,
        String sourceKind,
        UUID sourceId,
        UUID unitId,
        @Nullable Role role,
        @Nullable UUID personId,
        String kindKey,
        String title,
        String href,
        @Nullable Instant due,
        @Nullable Instant originalDue,
        @Nullable Instant metAt,
        ObligationState state) {}
