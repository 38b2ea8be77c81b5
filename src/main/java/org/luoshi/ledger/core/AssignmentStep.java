package org.luoshi.ledger.core;

import static org.luoshi.ledger.core.AssignmentState.ACCEPTED;
import static org.luoshi.ledger.core.AssignmentState.ASSIGNED_INSIDE;
import static org.luoshi.ledger.core.AssignmentState.MOVED;
import static org.luoshi.ledger.core.AssignmentState.PLANNED;
import static org.luoshi.ledger.core.AssignmentState.REASSIGN_REQUESTED;
import static org.luoshi.ledger.core.AssignmentState.RETURNED;
import static org.luoshi.ledger.core.AssignmentState.SIGNED;
import static org.luoshi.ledger.core.AssignmentState.STOPPED;
import static org.luoshi.ledger.core.AssignmentState.SUBMITTED;
import static org.luoshi.ledger.core.AssignmentState.TO_SIGN;
import static org.luoshi.ledger.core.AssignmentState.UNIT_REVIEW;
import static org.luoshi.ledger.core.AssignmentState.WAIVED;
import static org.luoshi.ledger.core.AssignmentState.WORKING;
import static org.luoshi.ledger.core.StepField.OPTIONAL_DATE;
import static org.luoshi.ledger.core.StepField.OPTIONAL_UNIT;
import static org.luoshi.ledger.core.StepField.PERSON;
import static org.luoshi.ledger.core.StepField.REASON;
import static org.luoshi.ledger.core.StepField.REMARK;
import static org.luoshi.ledger.core.StepField.UNIT;
import static org.luoshi.shared.Role.HANDLER;
import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;
import static org.luoshi.shared.Role.UNIT_HEAD;
import static org.luoshi.shared.Role.UNIT_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Role;

/** The whole life of one unit's part (domain/supervision.md 1.2). A step without a target state leaves the state as it is. */
public enum AssignmentStep implements StateStep<AssignmentState> {
    SEND(Set.of(), EnumSet.of(PLANNED), TO_SIGN, Set.of()),
    SIGN(Set.of(UNIT_LIAISON, UNIT_HEAD), EnumSet.of(TO_SIGN), SIGNED, Set.of()),
    /** Signs and asks; the clock stops until the office answers. */
    SIGN_AND_ASK(Set.of(UNIT_LIAISON, UNIT_HEAD), EnumSet.of(TO_SIGN), SIGNED, Set.of(REASON)),
    /** "Not our duty": within the dispute window only. */
    OBJECT(
            Set.of(UNIT_LIAISON, UNIT_HEAD),
            EnumSet.of(TO_SIGN, SIGNED),
            REASSIGN_REQUESTED,
            Set.of(REASON, OPTIONAL_UNIT)),
    MAINTAIN(Set.of(OFFICE_DIRECTOR), EnumSet.of(REASSIGN_REQUESTED), SIGNED, Set.of(REASON)),
    MOVE(Set.of(OFFICE_DIRECTOR), EnumSet.of(REASSIGN_REQUESTED), MOVED, Set.of(UNIT, REASON)),
    /** A granted transfer request, or a merged unit. */
    MOVE_AWAY(
            Set.of(),
            EnumSet.of(PLANNED, TO_SIGN, REASSIGN_REQUESTED, SIGNED, ASSIGNED_INSIDE, WORKING, UNIT_REVIEW, RETURNED),
            MOVED,
            Set.of()),
    HAND_INSIDE(
            Set.of(UNIT_LIAISON, UNIT_HEAD),
            EnumSet.of(SIGNED, ASSIGNED_INSIDE, WORKING, RETURNED),
            ASSIGNED_INSIDE,
            Set.of(PERSON, REMARK)),
    /** The first draft of a report was written. */
    BEGIN(Set.of(), EnumSet.of(SIGNED, ASSIGNED_INSIDE), WORKING, Set.of()),
    /** The lead or a co-unit cannot go on until the office has coordinated something; its clock stops. */
    ASK_COORDINATION(
            Set.of(UNIT_LIAISON, UNIT_HEAD, HANDLER),
            EnumSet.of(SIGNED, ASSIGNED_INSIDE, WORKING, RETURNED),
            null,
            Set.of(REASON)),
    ANSWER_COORDINATION(
            Set.of(OFFICER, OFFICE_DIRECTOR),
            EnumSet.of(SIGNED, ASSIGNED_INSIDE, WORKING, UNIT_REVIEW, RETURNED, REASSIGN_REQUESTED),
            null,
            Set.of(REASON)),
    /** The final report is with the unit's leader. */
    REVIEW_FINAL(Set.of(), EnumSet.of(SIGNED, ASSIGNED_INSIDE, WORKING, RETURNED), UNIT_REVIEW, Set.of()),
    HAND_BACK_FINAL(Set.of(), EnumSet.of(UNIT_REVIEW), WORKING, Set.of()),
    SUBMIT_FINAL(Set.of(), EnumSet.of(SIGNED, ASSIGNED_INSIDE, WORKING, UNIT_REVIEW, RETURNED), SUBMITTED, Set.of()),
    ACCEPT_FINAL(Set.of(), EnumSet.of(SUBMITTED), ACCEPTED, Set.of()),
    RETURN_FINAL(Set.of(), EnumSet.of(SUBMITTED), RETURNED, Set.of()),
    /** Closing was refused: what was accepted is worked on again. */
    REOPEN(Set.of(OFFICER), EnumSet.of(ACCEPTED), RETURNED, Set.of(REASON, OPTIONAL_DATE)),
    /** Only a co-unit can be waived: the lead's part is the matter itself. */
    WAIVE(
            Set.of(OFFICER),
            EnumSet.of(TO_SIGN, REASSIGN_REQUESTED, SIGNED, ASSIGNED_INSIDE, WORKING, UNIT_REVIEW, SUBMITTED, RETURNED),
            WAIVED,
            Set.of(REASON)),
    STOP(
            Set.of(),
            EnumSet.of(
                    PLANNED,
                    TO_SIGN,
                    REASSIGN_REQUESTED,
                    SIGNED,
                    ASSIGNED_INSIDE,
                    WORKING,
                    UNIT_REVIEW,
                    SUBMITTED,
                    RETURNED),
            STOPPED,
            Set.of()),
    /** Back to where it was stopped. */
    RESUME(Set.of(), EnumSet.of(STOPPED), null, Set.of());

    private final Rule<AssignmentState> rule;

    AssignmentStep(Set<Role> by, Set<AssignmentState> from, @Nullable AssignmentState to, Set<StepField> fields) {
        rule = new Rule<>(by, from, to, fields);
    }

    @Override
    public Rule<AssignmentState> rule() {
        return rule;
    }
}
