package org.luoshi.webhooks.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param eventId the same for all receivers of one event, and at each repetition
 * @param lastFailure an error code of this room, or what the network said
 */
public record WebhookDelivery(
        UUID id,
        UUID subscriptionId,
        UUID eventId,
        String type,
        Instant createdAt,
        State state,
        int attempts,
        Instant nextTry,
        @Nullable Instant lastAt,
        @Nullable Integer lastStatus,
        @Nullable String lastFailure,
        @Nullable Integer tookMs) {

    /** Where it is. */
    public enum State {
        WAITING("soon"),
        SENT("done"),
        DEAD("late");

        private final String shape;

        State(String shape) {
            this.shape = shape;
        }

        /** Class of its light. */
        public String shape() {
            return shape;
        }
    }
}
