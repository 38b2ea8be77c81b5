package org.luoshi.webhooks.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what.
 *
 * @param failures tries in a row that failed; 0 when the last one was taken
 * @param waiting messages not yet taken
 * @param dead messages given up
 */
public record WebhookSubscription(
        UUID id,
        String name,
        String address,
        List<String> types,
        State state,
        @Nullable Why pausedWhy,
        int failures,
        String madeBy,
        Instant madeAt,
        int waiting,
        int dead,
        @Nullable Instant lastTaken) {

    /** Whether messages leave. */
    public enum State {
        ACTIVE,
        PAUSED
    }

    /** Why they do not. */
    public enum Why {
        BY_HAND,
        FAILING,
        GONE
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }
}
