package org.luoshi.ledger.core;

import static org.luoshi.ledger.core.FeedbackState.DRAFT;
import static org.luoshi.ledger.core.FeedbackState.SUBMITTED;
import static org.luoshi.ledger.core.FeedbackState.UNIT_REVIEW;
import static org.luoshi.ledger.core.FeedbackState.WITHDRAWN;
import static org.luoshi.shared.Role.HANDLER;
import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.UNIT_HEAD;
import static org.luoshi.shared.Role.UNIT_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Role;

/**
 * The whole life of a report (domain/supervision.md 1.3): inside the unit, then per item at the office.
 * The unit's leader signs off as a real step, as the seal does on paper.
 */
public enum FeedbackStep implements Step {
    SEND_TO_HEAD(Set.of(HANDLER, UNIT_LIAISON), EnumSet.of(DRAFT), UNIT_REVIEW, null, null, Set.of()),
    HAND_BACK(Set.of(UNIT_HEAD), EnumSet.of(UNIT_REVIEW), DRAFT, null, null, Set.of(StepField.REASON)),
    SIGN_OFF(
            Set.of(UNIT_HEAD),
            EnumSet.of(DRAFT, UNIT_REVIEW),
            SUBMITTED,
            TargetState.OPEN,
            TargetState.SUBMITTED,
            Set.of()),
    WITHDRAW(Set.of(HANDLER, UNIT_LIAISON, UNIT_HEAD), EnumSet.of(DRAFT, UNIT_REVIEW), WITHDRAWN, null, null, Set.of()),
    ACCEPT(Set.of(OFFICER), EnumSet.of(SUBMITTED), null, TargetState.SUBMITTED, TargetState.ACCEPTED, Set.of()),
    RETURN(
            Set.of(OFFICER),
            EnumSet.of(SUBMITTED),
            null,
            TargetState.SUBMITTED,
            TargetState.REJECTED,
            Set.of(StepField.REJECT_CODE, StepField.REASON, StepField.OPTIONAL_DATE));

    private final Set<Role> by;
    private final Set<FeedbackState> from;
    private final @Nullable FeedbackState to;
    private final @Nullable TargetState targetFrom;
    private final @Nullable TargetState targetTo;
    private final Set<StepField> fields;

    FeedbackStep(
            Set<Role> by,
            Set<FeedbackState> from,
            @Nullable FeedbackState to,
            @Nullable TargetState targetFrom,
            @Nullable TargetState targetTo,
            Set<StepField> fields) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.targetFrom = targetFrom;
        this.targetTo = targetTo;
        this.fields = fields;
    }

    @Override
    public Set<Role> by() {
        return by;
    }

    @Override
    public Set<StepField> fields() {
        return fields;
    }

    /** The office decides for each item apart; the unit's steps move the report as a whole. */
    public boolean isDecision() {
        return to == null;
    }

    public boolean isAllowedFrom(FeedbackState state) {
        return from.contains(state);
    }

    public boolean isAllowedFrom(FeedbackState state, TargetState target) {
        return from.contains(state) && (targetFrom == null || targetFrom == target);
    }

    public @Nullable FeedbackState to() {
        return to;
    }

    public @Nullable TargetState targetTo() {
        return targetTo;
    }
}
