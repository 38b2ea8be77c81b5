package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post with who holds it today and who will next. */
public record PostRow(
        UUID id,
        int version,
        String title,
        int place,
        @Nullable String servesTitle,
        @Nullable LocalDate validTo,
        @Nullable UUID holderId,
        @Nullable String holderName,
        @Nullable LocalDate holderSince,
        @Nullable LocalDate holderUntil,
        @Nullable String nextName,
        @Nullable LocalDate nextFrom) {}
