package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stopping, resuming, going long-term, cancelling and merging: what happens to the units' parts and to what they owe. */
@Component
class Endings {

    private final Ledger ledger;
    private final Issuing issuing;
    private final FeedbackDues dues;
    private final LedgerObligations obligations;
    private final WorktimeApi worktime;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    Endings(
            Ledger ledger,
            Issuing issuing,
            FeedbackDues dues,
            LedgerObligations obligations,
            WorktimeApi worktime,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.ledger = ledger;
        this.issuing = issuing;
        this.dues = dues;
        this.obligations = obligations;
        this.worktime = worktime;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** Nothing is owed any more by anybody for this item, and no unit can go on with its part. */
    void settle(Item item, String reason) {
        List<Assignment> units = ledger.assignmentsOf(item);
        for (Assignment unit : units) {
            dues.releaseAll(unit, reason);
            if (AssignmentStep.STOP.isAllowedFrom(unit.state)) {
                unit.move(AssignmentStep.STOP, clock.instant());
            }
        }
        obligations.releaseAllOf(item, units, reason);
        ledger.saveAll(item, units);
    }

    void suspend(Item item, Actor actor) {
        item.move(ItemStep.SUSPEND, clock.instant());
        List<Assignment> units = ledger.assignmentsOf(item);
        for (Assignment unit : units) {
            if (AssignmentStep.STOP.isAllowedFrom(unit.state)) {
                unit.stoppedAt = unit.stoppedAt == null ? clock.instant() : unit.stoppedAt;
                unit.move(AssignmentStep.STOP, clock.instant());
            }
        }
        obligations.releaseAllOf(item, units, "suspended");
        ledger.saveAll(item, units);
    }

    /** Work goes on where it was; limits move by the working days that were lost, or to the given day. */
    void resume(Item item, @Nullable LocalDate newDue, Actor actor) {
        List<Assignment> units = ledger.assignmentsOf(item);
        for (Assignment unit : units) {
            if (unit.state != AssignmentState.STOPPED) {
                continue;
            }
            unit.move(AssignmentStep.RESUME, clock.instant());
            runAgain(item, unit, newDue, "RESUMED", actor);
            issuing.askToSignAgain(item, unit);
            owedAgain(item, unit);
        }
        ledger.saveAll(item, units);
    }

    /** The clock that stood still runs again: the limit moves by the working days in between. */
    void runAgain(Item item, Assignment unit, @Nullable LocalDate newDue, String kind, Actor actor) {
        Instant stopped = unit.stoppedAt;
        unit.stoppedAt = null;
        if (unit.due == null || stopped == null) {
            return;
        }
        int lost = Math.max(0, worktime.workingDaysBetween(stopped, clock.instant()));
        LocalDate dueDay = LocalDate.ofInstant(unit.due, zone);
        LocalDate later = newDue == null ? worktime.plusWorkingDays(dueDay, lost) : newDue;
        if (lost > 0 || newDue != null) {
            Instant due = worktime.endOf(later, clock.instant()).due();
            issuing.moveDue(item, unit, due, kind, null, actor);
            dues.shift(unit, lost, kind);
        }
    }

    private void owedAgain(Item item, Assignment unit) {
        jdbc.sql("""
                select id, due from ledger.feedback_due
                where assignment_id = :id and met_at is null and released_at is null
                """)
                .param("id", unit.id)
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class), row.getTimestamp("due").toInstant()))
                .list()
                .forEach(due -> obligations.reopen(due.getKey(), due.getValue(), "resumed"));
    }

    /** The limit is replaced by a report cycle. */
    void makeLongTerm(Item item, Cycle cycle, Actor actor) {
        item.move(ItemStep.MAKE_LONG_TERM, clock.instant());
        boolean another = item.cycle != cycle;
        item.cycle = cycle;
        item.cycleDay = another ? null : item.cycleDay;
        List<Assignment> units = ledger.assignmentsOf(item);
        for (Assignment unit : units) {
            if (unit.state.isRunning()) {
                if (another) {
                    dues.releaseComingPeriods(unit);
                }
                issuing.moveDue(item, unit, null, "LONG_TERM", null, actor);
                dues.generate(item, unit);
            }
        }
        ledger.saveAll(item, units);
    }

    void cancel(Item item, Ending ending, String reason, Actor actor) {
        item.move(ItemStep.CANCEL, clock.instant());
        item.ending = ending;
        item.endingReason = reason;
        settle(item, "cancelled");
        obligations.nextStep(item, actor);
        ledger.save(item);
    }

    /** What was asked here is answered there from now on. Clauses follow, units there that lack are not added silently. */
    void merge(Item item, Item target, String reason, Actor actor) {
        if (item.id.equals(target.id) || !target.open) {
            throw LedgerError.SAME_ITEM.plain();
        }
        item.mergedIntoId = target.id;
        item.endingReason = reason;
        jdbc.sql("update ledger.clause set cover = 'COVERED', item_id = :target where item_id = :item")
                .param("target", target.id)
                .param("item", item.id)
                .update();
        jdbc.sql("""
                insert into ledger.item_relation (item_id, other_id, kind) values (:item, :target, 'DUPLICATE_OF')
                on conflict do nothing
                """).param("item", item.id).param("target", target.id).update();
        settle(item, "merged");
        ledger.note(target, "item", target.id, "absorbed", Map.of("item", item.reference()), reason, actor);
    }
}
