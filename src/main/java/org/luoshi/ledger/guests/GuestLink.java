package org.luoshi.ledger.guests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that was made for one unit's part, without its word, of which only a hash is kept.
 *
 * @param moved the part is another unit's now
 */
public record GuestLink(
        UUID id,
        UUID assignmentId,
        String contact,
        @Nullable String telephone,
        String madeBy,
        Instant madeAt,
        Instant endsAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt,
        boolean moved) {

    public boolean opens(Instant now) {
        return revokedAt == null && !moved && now.isBefore(endsAt);
    }
}
