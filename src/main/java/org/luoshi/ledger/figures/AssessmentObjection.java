package org.luoshi.ledger.figures;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit's objection against an event of its assessment. */
public record AssessmentObjection(
        UUID id,
        int version,
        UUID unitId,
        UUID itemId,
        AssessmentEvent event,
        UUID subjectId,
        @Nullable UUID assignmentId,
        Instant eventAt,
        String reason,
        String raisedBy,
        UUID raisedById,
        Instant raisedAt,
        Instant due,
        State state,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    /** Accepted: the event is taken out. */
    public enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    boolean isAgainst(AssessmentEvent other, Fact fact) {
        return event == other
                && subjectId.equals(fact.subjectId())
                && java.util.Objects.equals(assignmentId, fact.assignmentId());
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
