package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The feedback that a unit owes by when: first, periodic, at milestones, and final. Each is an obligation of the same id. */
@Component
class FeedbackDues {

    private final LedgerObligations obligations;
    private final DuePlan plan;
    private final WorktimeApi worktime;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    FeedbackDues(
            LedgerObligations obligations,
            DuePlan plan,
            WorktimeApi worktime,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.obligations = obligations;
        this.plan = plan;
        this.worktime = worktime;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    private record Open(UUID id, String kind, Instant due) {}

    void generate(Item item, Assignment unit) {
        generate(item, List.of(unit));
    }

    /** All that follows from the item's terms; asking again adds only what is new. */
    void generate(Item item, List<Assignment> units) {
        add(item, units.stream().flatMap(unit -> plan.of(item, unit).stream()).toList());
    }

    /** Returns how many of the coming periods are new. */
    int addComingPeriods(Item item, Assignment unit) {
        return add(item, plan.comingPeriods(item, unit));
    }

    /** Returns how many of them are new. */
    private int add(Item item, List<DuePlan.Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        Set<UUID> added = new HashSet<>(jdbc.sql("""
                insert into ledger.feedback_due (id, assignment_id, kind, period, milestone_id, due)
                select * from unnest(:ids, :assignments, :kinds, :periods, :milestones, cast(:dues as timestamptz[]))
                on conflict (assignment_id, kind, period) do nothing
                returning id
                """)
                .param("ids", rows.stream().map(DuePlan.Row::id).toArray(UUID[]::new))
                .param("assignments", rows.stream().map(row -> row.unit().id).toArray(UUID[]::new))
                .param("kinds", rows.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .param("periods", rows.stream().map(DuePlan.Row::period).toArray(String[]::new))
                .param("milestones", rows.stream().map(DuePlan.Row::milestoneId).toArray(UUID[]::new))
                .param("dues", rows.stream().map(row -> row.due().toString()).toArray(String[]::new))
                .query(UUID.class)
                .list());
        obligations.oweByUnits(
                item,
                rows.stream()
                        .filter(row -> added.contains(row.id()))
                        .map(row -> new LedgerObligations.Owed(row.id(), row.unit(), row.obligationKind(), row.due()))
                        .toList());
        return added.size();
    }

    /** Marks what a submitted report answers: everything when it is final, else what is late or next. */
    void meet(Assignment unit, Feedback feedback, Actor actor) {
        Instant now = clock.instant();
        for (Open due : answeredBy(unit, feedback.kind, now)) {
            jdbc.sql("update ledger.feedback_due set met_at = :now, met_by = :feedback where id = :id")
                    .param("now", Sql.at(now))
                    .param("feedback", feedback.id)
                    .param("id", due.id())
                    .update();
            obligations.meet(due.id(), "ledger.feedback", feedback.id, actor);
            if (due.kind().equals("MILESTONE")) {
                jdbc.sql("""
                        update ledger.milestone set reached_at = :now
                        where id = (select milestone_id from ledger.feedback_due where id = :id)
                        """).param("now", Sql.at(now)).param("id", due.id()).update();
            }
        }
    }

    private List<Open> answeredBy(Assignment unit, FeedbackKind kind, Instant now) {
        List<Open> open = open(unit);
        if (kind == FeedbackKind.FINAL) {
            return open;
        }
        List<Open> answered = new ArrayList<>(open.stream()
                .filter(due -> !due.kind().equals("FINAL") && !due.kind().equals("MILESTONE"))
                .filter(due -> due.due().isBefore(now) || due.kind().equals("FIRST"))
                .toList());
        open.stream()
                .filter(due -> due.kind().equals("PERIODIC") && !due.due().isBefore(now))
                .findFirst()
                .ifPresent(answered::add);
        if (kind == FeedbackKind.MILESTONE) {
            open.stream()
                    .filter(due -> due.kind().equals("MILESTONE"))
                    .findFirst()
                    .ifPresent(answered::add);
        }
        return answered;
    }

    /** A returned report has answered nothing: what it met is owed again, by the new day. */
    void reopen(Feedback feedback, Assignment unit, Instant due, String reason) {
        List<UUID> ids = jdbc.sql(
                        "select id from ledger.feedback_due where met_by = :feedback and assignment_id = :unit")
                .param("feedback", feedback.id)
                .param("unit", unit.id)
                .query(UUID.class)
                .list();
        for (UUID id : ids) {
            jdbc.sql("""
                    update ledger.feedback_due set met_at = null, met_by = null, due = greatest(due, :due) where id = :id
                    """).param("due", Sql.at(due)).param("id", id).update();
            jdbc.sql("""
                    update ledger.milestone set reached_at = null
                    where id = (select milestone_id from ledger.feedback_due where id = :id)
                    """).param("id", id).update();
            Instant now = jdbc.sql("select due from ledger.feedback_due where id = :id")
                    .param("id", id)
                    .query((row, n) -> row.getTimestamp("due").toInstant())
                    .single();
            obligations.reopen(id, now, reason);
        }
    }

    /** Owes the final report again after an accepted part was reopened. */
    void oweFinalAgain(Item item, Assignment unit, Instant due, String reason) {
        UUID id = LedgerObligations.id("feedback", unit.id, FeedbackKind.FINAL, "1");
        int known = jdbc.sql("""
                update ledger.feedback_due set met_at = null, met_by = null, released_at = null, due = :due where id = :id
                """).param("due", Sql.at(due)).param("id", id).update();
        if (known == 0) {
            add(item, List.of(DuePlan.Row.of(unit, FeedbackKind.FINAL, "1", null, due, "final")));
        } else {
            obligations.reopen(id, due, reason);
        }
    }

    void moveFinal(Item item, Assignment unit, Instant due, String reason) {
        UUID id = LedgerObligations.id("feedback", unit.id, FeedbackKind.FINAL, "1");
        if (open(unit).stream().anyMatch(open -> open.id().equals(id))) {
            obligations.move(id, due, reason);
        }
        generate(item, unit);
    }

    void releaseFinal(Assignment unit) {
        release(unit, "and kind = 'FINAL'", "long-term");
    }

    /** Another cycle begins: the coming reports of the one before are not asked for any more; what is late stays late. */
    void releaseComingPeriods(Assignment unit) {
        release(unit, "and kind = 'PERIODIC' and due > :now", "cycle");
    }

    /** Nothing more is asked of this unit. */
    void releaseAll(Assignment unit, String reason) {
        release(unit, "", reason);
    }

    private void release(Assignment unit, String condition, String reason) {
        List<UUID> ids = jdbc.sql("""
                update ledger.feedback_due set released_at = :now
                where assignment_id = :id and met_at is null and released_at is null %s
                returning id
                """.formatted(condition))
                .param("now", Sql.at(clock.instant()))
                .param("id", unit.id)
                .query(UUID.class)
                .list();
        ids.forEach(id -> obligations.release(id, reason));
    }

    /** What is still open moves by the same step as the limit, when a stopped clock runs again. */
    void shift(Assignment unit, int workingDays, String reason) {
        for (Open due : open(unit)) {
            if (due.kind().equals("FINAL")) {
                continue;
            }
            LocalDate day = worktime.plusWorkingDays(LocalDate.ofInstant(due.due(), zone), workingDays);
            Instant later = worktime.endOf(day, clock.instant()).due();
            jdbc.sql("update ledger.feedback_due set due = :due where id = :id")
                    .param("due", Sql.at(later))
                    .param("id", due.id())
                    .update();
            obligations.move(due.id(), later, reason);
        }
    }

    /** All open dues go to the division and person that has the work now. */
    void handInside(Assignment unit, UUID unitId, @Nullable UUID personId) {
        open(unit).forEach(due -> obligations.handTo(due.id(), unitId, personId));
    }

    private List<Open> open(Assignment unit) {
        return jdbc.sql("""
                select id, kind, due from ledger.feedback_due
                where assignment_id = :id and met_at is null and released_at is null
                order by due
                """)
                .param("id", unit.id)
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getTimestamp("due").toInstant()))
                .list();
    }
}
