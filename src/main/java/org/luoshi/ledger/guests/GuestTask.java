package org.luoshi.ledger.guests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.AssignmentState;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.Part;
import org.luoshi.ledger.core.TargetState;

/**
 * One unit's part in an item as that unit may know it without an account: what is asked, by when, and what it has reported itself.
 *
 * @param underWay the item is with the units
 * @param wantsFiles evidence must be a file, words are not enough
 */
public record GuestTask(
        UUID id,
        int version,
        UUID itemId,
        @Nullable String number,
        String title,
        UUID unitId,
        String unit,
        Part part,
        @Nullable String duty,
        AssignmentState state,
        Cycle cycle,
        @Nullable Instant signDue,
        @Nullable Instant signedAt,
        @Nullable Instant disputeUntil,
        @Nullable Instant due,
        int feedbackCount,
        boolean underWay,
        boolean wantsFiles,
        List<Point> points,
        List<Sent> reports) {

    /** A point that wants its own evidence. */
    public record Point(UUID id, String text) {}

    /** A report of this unit on this item, with what the office made of it. */
    public record Sent(
            int number,
            FeedbackKind kind,
            TargetState state,
            String body,
            @Nullable String signedOffBy,
            @Nullable Instant submittedAt,
            @Nullable String rejectCode,
            @Nullable String note) {}

    public boolean maySign() {
        return underWay && state == AssignmentState.TO_SIGN;
    }

    public boolean mayObject(Instant now) {
        return maySign() && disputeUntil != null && !now.isAfter(disputeUntil);
    }

    public boolean mayReport() {
        return underWay
                && switch (state) {
                    case SIGNED, ASSIGNED_INSIDE, WORKING, RETURNED, SUBMITTED, UNIT_REVIEW -> true;
                    case PLANNED, TO_SIGN, REASSIGN_REQUESTED, ACCEPTED, WAIVED, STOPPED, MOVED -> false;
                };
    }

    /** A final report waits for its review. */
    public boolean isWaiting() {
        return state == AssignmentState.SUBMITTED || state == AssignmentState.UNIT_REVIEW;
    }

    /** What may be reported next; a final report only where none waits for its review. */
    public List<FeedbackKind> kinds() {
        FeedbackKind interim = feedbackCount == 0 ? FeedbackKind.FIRST : FeedbackKind.PERIODIC;
        return isWaiting() ? List.of(interim, FeedbackKind.ZERO) : List.of(interim, FeedbackKind.FINAL, FeedbackKind.ZERO);
    }
}
