package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One unit's part in an item, with its own clock: a late co-unit does not stain the lead. */
@Table(schema = "ledger", name = "assignment")
@SuppressWarnings("NullAway.Init") // Spring Data fills the fields
class Assignment {

    @Id
    UUID id;

    @Version
    int version;

    UUID itemId;
    UUID unitId;
    Part part;
    int position;

    @Nullable
    String duty;

    @Nullable
    LocalDate givenDue;

    AssignmentState state;

    @Nullable
    AssignmentState stateBefore;

    @Nullable
    Instant issuedAt;

    @Nullable
    Instant signDue;

    @Nullable
    Instant signedAt;

    @Nullable
    SignAnswer signAnswer;

    @Nullable
    String signNote;

    @Nullable
    Instant disputeUntil;

    @Nullable
    Instant originalDue;

    @Nullable
    Instant due;

    @Nullable
    LocalDate forecast;

    @Nullable
    String helpNeeded;

    @Nullable
    UUID insideUnitId;

    @Nullable
    UUID insidePersonId;

    @Nullable
    Instant stoppedAt;

    @Nullable
    Instant lastActivityAt;

    @Nullable
    Instant firstAnswerAt;

    @Nullable
    Instant acceptedAt;

    @Nullable
    String waivedReason;

    int feedbackCount;
    int returnedCount;

    /** The office's instant of this version; what it replaces is kept for looking at the ledger as of a date. */
    Instant changedAt;

    @Nullable
    Instant yellowAt;

    @Nullable
    String yellowWhy;

    @Nullable
    Instant redAt;

    @Nullable
    String redWhy;

    /** 无异议、有异议、需要明确: agreed apart from done (domain/supervision.md section 2, 24). */
    public enum SignAnswer {
        NO_OBJECTION,
        OBJECTION,
        NEEDS_CLARIFICATION
    }

    void requireVersion(int seen) {
        if (version != seen) {
            throw LedgerError.CHANGED_MEANWHILE.with(Map.of("seen", seen, "current", version));
        }
    }

    void move(AssignmentStep step, Instant now) {
        if (!step.isAllowedFrom(state)) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", step.name(), "state", state.name()));
        }
        lastActivityAt = now;
        switch (step) {
            case STOP -> {
                stateBefore = state;
                state = AssignmentState.STOPPED;
            }
            case RESUME -> {
                state = stateBefore == null ? AssignmentState.WORKING : stateBefore;
                stateBefore = null;
            }
            case SEND,
                    SIGN,
                    SIGN_AND_ASK,
                    OBJECT,
                    MAINTAIN,
                    MOVE,
                    MOVE_AWAY,
                    HAND_INSIDE,
                    BEGIN,
                    ASK_COORDINATION,
                    ANSWER_COORDINATION,
                    REVIEW_FINAL,
                    HAND_BACK_FINAL,
                    SUBMIT_FINAL,
                    ACCEPT_FINAL,
                    RETURN_FINAL,
                    REOPEN,
                    WAIVE -> {
                state = step.after(state);
            }
        }
    }

    boolean isLead() {
        return part == Part.LEAD;
    }
}
