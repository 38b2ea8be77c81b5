package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A unit's report. One report may serve several items; once submitted the database refuses any change. */
@Table(schema = "ledger", name = "feedback")
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
class Feedback {

    @Id
    UUID id;

    @Version
    int version;

    UUID unitId;
    FeedbackKind kind;
    FeedbackState state;
    String body;

    /** The text as it is searched. */
    String folded;

    @Nullable
    LocalDate forecast;

    @Nullable
    String helpNeeded;

    String draftedBy;
    Instant draftedAt;

    @Nullable
    String signedOffBy;

    @Nullable
    Instant submittedAt;

    boolean onBehalf;

    void requireVersion(int seen) {
        if (version != seen) {
            throw LedgerError.CHANGED_MEANWHILE.with(Map.of("seen", seen, "current", version));
        }
    }

    void move(FeedbackStep step) {
        FeedbackState next = step.to();
        if (!step.isAllowedFrom(state) || next == null) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", state.name()));
        }
        state = next;
    }
}
