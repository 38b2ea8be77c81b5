package org.luoshi.reporting.offline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that was made, without its token, of which only a hash is kept.
 *
 * @param number the version of the form it asks by
 * @param seen the revision that stood when it was made
 * @param usedBy who signed what came back; null where nothing was taken yet
 * @param content the digest of what came back
 */
record OfflineFile(
        UUID id,
        int regime,
        LocalDate period,
        long place,
        @Nullable UUID madeBy,
        Instant madeAt,
        Instant endsAt,
        @Nullable Instant usedAt,
        @Nullable String usedBy,
        @Nullable Integer revision,
        byte @Nullable [] content,
        int number,
        int seen,
        @Nullable Instant replacedAt) {}
