package org.luoshi.reporting.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrects a bulletin that was issued. Once issued it never changes either. */
public record Erratum(
        UUID id,
        UUID bulletinId,
        int number,
        Instant asOf,
        long asOfBatch,
        ErratumContent content,
        String words,
        UUID madeBy,
        Instant madeAt,
        @Nullable UUID issuedBy,
        @Nullable Instant issuedAt) {

    public boolean isIssued() {
        return issuedAt != null;
    }
}
