package org.luoshi.ledger.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin in the list.
 *
 * @param at when it was issued, or drafted
 * @param corrected by a later edition
 */
public record BulletinEntry(
        UUID id,
        @Nullable Integer year,
        @Nullable Integer sequence,
        int edition,
        String title,
        LocalDate fromDay,
        LocalDate toDay,
        boolean issued,
        String drafter,
        @Nullable String issuer,
        Instant at,
        boolean corrected) {}
