package org.luoshi.ledger.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;

/** A report on an item from a partner that was accepted here. */
public record UpwardReport(
        UUID id,
        String unit,
        int number,
        FeedbackKind kind,
        String body,
        @Nullable LocalDate forecast,
        @Nullable String helpNeeded,
        @Nullable Instant submittedAt,
        boolean passedUp) {}
