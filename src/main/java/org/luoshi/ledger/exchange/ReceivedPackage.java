package org.luoshi.ledger.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package that came in, without its content.
 *
 * @param broughtBy who uploaded it; null where it came over the network
 */
public record ReceivedPackage(
        UUID id,
        PackageKind kind,
        UUID partnerId,
        String partner,
        @Nullable UUID replyTo,
        String title,
        Instant createdAt,
        Instant receivedAt,
        @Nullable String broughtBy,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable UUID itemId) {

    /** What was made of it here. */
    public enum State {
        WAITING,
        TAKEN,
        DECLINED
    }
}
