package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody asks to change the terms: later, stopped, long-term, another unit, no longer. */
@Table(schema = "ledger", name = "change_request")
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
class ChangeRequest {

    @Id
    UUID id;

    @Version
    int version;

    UUID itemId;

    @Nullable
    UUID assignmentId;

    RequestKind kind;
    RequestState state;
    String reason;

    @Nullable
    String progress;

    @Nullable
    LocalDate proposedDate;

    @Nullable
    Cycle proposedCycle;

    @Nullable
    UUID proposedUnitId;

    @Nullable
    Ending ending;

    String askedBy;
    UUID askedById;
    UUID askingUnitId;
    Instant askedAt;

    @Nullable
    String unitSignedBy;

    @Nullable
    String opinion;

    @Nullable
    String opinionBy;

    @Nullable
    String decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String decisionNote;

    @Nullable
    LocalDate grantedDate;

    void requireVersion(int seen) {
        if (version != seen) {
            throw LedgerError.CHANGED_MEANWHILE.with(Map.of("seen", seen, "current", version));
        }
    }

    void move(RequestStep step) {
        if (!step.isAllowedFrom(state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", state.name()));
        }
        state = step.after(state);
    }
}
