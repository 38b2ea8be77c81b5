package org.luoshi.obligations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One change of a due instant, kept for ever: deadlines slip as facts and not by overwriting. */
public record DueMove(
        Instant movedAt,
        @Nullable Instant fromDue,
        @Nullable Instant toDue,
        boolean reopened,
        String reason) {}
