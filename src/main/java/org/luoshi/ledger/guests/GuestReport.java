package org.luoshi.ledger.guests;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.NewFeedback;

/** What a unit without account reports on one part. */
public record GuestReport(
        FeedbackKind kind,
        String body,
        @Nullable LocalDate forecast,
        @Nullable String helpNeeded,
        List<NewFeedback.Proof> proofs) {

    static final int LONGEST_BODY = 20_000;
    static final int LONGEST_WORDS = 500;

    public GuestReport {
        body = body.strip();
        helpNeeded = helpNeeded == null || helpNeeded.isBlank() ? null : helpNeeded.strip();
        if (body.length() > LONGEST_BODY) {
            throw GuestError.TOO_LONG.plain();
        }
        if (helpNeeded != null && helpNeeded.length() > LONGEST_WORDS) {
            throw GuestError.TOO_LONG.plain();
        }
    }
}
