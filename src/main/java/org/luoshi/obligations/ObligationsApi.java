package org.luoshi.obligations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.obligations.core.ObligationQueries;
import org.luoshi.obligations.core.ObligationService;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The spine: who owes what by when. Rooms tell it facts; it computes states. */
@Component
public class ObligationsApi {

    private final ObligationService service;
    private final ObligationQueries queries;

    ObligationsApi(ObligationService service, ObligationQueries queries) {
        this.service = service;
        this.queries = queries;
    }

    /** Telling it twice changes nothing: the id is the room's own. */
    public void owe(NewObligation obligation) {
        service.owe(obligation);
    }

    /** Many at once, as for all units that are asked for the same; each is kept once. */
    public void oweAll(Collection<NewObligation> obligations) {
        service.oweAll(obligations);
    }

    /** An activity with evidence meets these obligations. Telling it twice changes nothing. */
    public void meet(Collection<UUID> obligationIds, String activityKind, UUID activityId, Instant at, Actor by) {
        service.meet(obligationIds, activityKind, activityId, at, by);
    }

    /** What was met, or let go, is owed again, as when a feedback is returned; with a new due instant. */
    public void reopen(UUID obligationId, @Nullable Instant due, String reason) {
        service.reopen(obligationId, due, reason);
    }

    /** Another due instant; the original one is kept. */
    public void move(UUID obligationId, @Nullable Instant due, String reason) {
        service.move(obligationId, due, reason);
    }

    /** No longer asked for: the matter was stopped, merged or closed. What was met stays met. */
    public void release(UUID obligationId, String reason) {
        service.release(obligationId, reason);
    }

    /** Asked for, but forgiven with a reason. What was met stays met. */
    public void excuse(UUID obligationId, String reason) {
        service.excuse(obligationId, reason);
    }

    /** Releases all that is still open for this source. */
    public void releaseAllOf(String sourceKind, UUID sourceId, String reason) {
        service.releaseAllOf(sourceKind, sourceId, reason);
    }

    /** Another unit or person owes it from now on. */
    public void handTo(UUID obligationId, UUID unitId, @Nullable UUID personId) {
        service.handTo(obligationId, unitId, personId);
    }

    /** What waits for this person: by person, by post's unit and role; soonest first, those without limit last. */
    public List<Obligation> openFor(Actor actor, int limit) {
        return queries.openFor(actor, limit);
    }

    /** What waits for this person with a due instant in these days (both included), soonest first. */
    public List<Obligation> openFor(Actor actor, LocalDate from, LocalDate to, int limit) {
        return queries.openFor(actor, from, to, limit);
    }

    /** How many things wait for this person, counted up to {@code most} only. */
    public int countOpenFor(Actor actor, int most) {
        return queries.countFor(actor, most);
    }

    /** What waits for this person in figures; due soon means within these days, today included. */
    public ObligationFigures figuresFor(Actor actor, int days) {
        return queries.figuresFor(actor, days);
    }

    /** What waits for this person by day, from and to included; days with nothing are left out. */
    public List<DayLoad> loadFor(Actor actor, LocalDate from, LocalDate to) {
        return queries.loadFor(actor, from, to);
    }

    public List<Obligation> find(Collection<UUID> ids) {
        return queries.find(ids);
    }

    /** Each change of the due instant, oldest first. */
    public List<DueMove> movesOf(UUID obligationId) {
        return queries.movesOf(obligationId);
    }

    /** How often the due instants of these were changed, and since when they stand. */
    public List<DueRevision> revisionsOf(Collection<UUID> obligationIds) {
        return queries.revisionsOf(obligationIds);
    }

    /** What these units (null: all) owe between two days (both included), open or overdue only; for load and for "what will fall due tomorrow". */
    public List<Obligation> dueBetween(LocalDate from, LocalDate to, @Nullable Collection<UUID> unitIds) {
        return queries.dueBetween(from, to, unitIds);
    }

    /** Open or overdue ones of all units that are due at or after {@code from} and before {@code before}, soonest first. */
    public List<Obligation> dueWithin(Instant from, Instant before) {
        return queries.dueWithin(from, before, null);
    }

    /** How much these units (null: all) owe; due soon means within these days, today included. */
    public ObligationFigures figures(@Nullable Collection<UUID> unitIds, int days) {
        return queries.figures(unitIds, days);
    }

    /** How much this unit has open now, whoever in it owes it. */
    public int openCount(UUID unitId) {
        return queries.figures(List.of(unitId), 0).open();
    }

    /** How many of the unit's open obligations fall due on which day, from and to included; days with nothing are left out. */
    public List<DayLoad> load(UUID unitId, LocalDate from, LocalDate to) {
        return queries.load(unitId, from, to);
    }
}
