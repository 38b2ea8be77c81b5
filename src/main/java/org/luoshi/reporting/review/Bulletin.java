package org.luoshi.reporting.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures as of a batch with words around them. Once issued it never changes.
 *
 * @param number 第 n 期 of its regime
 * @param asOfBatch reports with a number up to this one are in it
 */
public record Bulletin(
        UUID id,
        int regime,
        LocalDate period,
        int number,
        long place,
        String title,
        Instant asOf,
        long asOfBatch,
        BulletinContent content,
        String words,
        UUID madeBy,
        Instant madeAt,
        @Nullable UUID issuedBy,
        @Nullable Instant issuedAt) {

    public boolean isIssued() {
        return issuedAt != null;
    }
}
