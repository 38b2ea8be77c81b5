package org.luoshi.obligations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The spine: who owes what by when. Rooms tell it facts; it computes states. */
@Component
public class ObligationsApi {

    public void owe(NewObligation obligation) {
        throw new UnsupportedOperationException();
    }

    /** An activity with evidence meets these obligations. Telling it twice changes nothing. */
    public void meet(Collection<UUID> obligationIds, String activityKind, UUID activityId, Instant at, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** What was met is owed again, as when a feedback is returned; with a new due instant. */
    public void reopen(UUID obligationId, @Nullable Instant due, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Another due instant; the original one is kept. */
    public void move(UUID obligationId, @Nullable Instant due, String reason) {
        throw new UnsupportedOperationException();
    }

    /** No longer asked for: the matter was stopped, merged or closed. */
    public void release(UUID obligationId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Releases all that is still open for this source. */
    public void releaseAllOf(String sourceKind, UUID sourceId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Another unit or person owes it from now on. */
    public void handTo(UUID obligationId, UUID unitId, @Nullable UUID personId) {
        throw new UnsupportedOperationException();
    }

    /** What waits for this person: by person, by post's unit and role; soonest first, those without limit last. */
    public List<Obligation> openFor(Actor actor, int limit) {
        throw new UnsupportedOperationException();
    }

    public int countOpenFor(Actor actor) {
        throw new UnsupportedOperationException();
    }

    public List<Obligation> find(Collection<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** What these units owe between two days (both included), open or overdue only; for load and for "what will fall due tomorrow". */
    public List<Obligation> dueBetween(LocalDate from, LocalDate to, @Nullable Collection<UUID> unitIds) {
        throw new UnsupportedOperationException();
    }
}
