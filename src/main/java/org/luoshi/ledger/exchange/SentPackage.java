package org.luoshi.ledger.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package that was made here, without its content.
 *
 * @param lastError key of the text that says why it could not be handed in
 * @param answer what the other side made of it; null while it has not answered
 * @param replacesMadeAt when the package was made that this one replaces
 * @param replacedAt another one was made on purpose, and this one goes nowhere any more
 */
public record SentPackage(
        UUID id,
        PackageKind kind,
        UUID partnerId,
        String partner,
        @Nullable UUID itemId,
        @Nullable UUID assignmentId,
        String title,
        String madeBy,
        Instant madeAt,
        State state,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String lastError,
        @Nullable Instant fetchedAt,
        @Nullable Instant deliveredAt,
        @Nullable Answer answer,
        @Nullable String answeredBy,
        @Nullable String answerReason,
        @Nullable Instant answeredAt,
        boolean overNetwork,
        @Nullable Instant replacesMadeAt,
        @Nullable Instant replacedAt) {

    /** Where its way stands. */
    public enum State {
        /** To be taken over by disk. */
        MADE,
        /** To be handed in over the network. */
        WAITING,
        DELIVERED,
        FAILED
    }

    /** What the other side said. */
    public enum Answer {
        TAKEN,
        DECLINED
    }
}
