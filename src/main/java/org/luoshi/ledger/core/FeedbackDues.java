package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The feedback that a unit owes by when: first, periodic, at milestones, and final. Each is an obligation of the same id. */
@Component
class FeedbackDues {

    private static final Duration AHEAD = Duration.ofDays(92);

    private final LedgerObligations obligations;
    private final WorktimeApi worktime;
    private final LedgerSettings settings;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    FeedbackDues(
            LedgerObligations obligations,
            WorktimeApi worktime,
            LedgerSettings settings,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.obligations = obligations;
        this.worktime = worktime;
        this.settings = settings;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    private record Open(UUID id, String kind, Instant due) {}

    /** All that follows from the item's terms; asking again adds only what is new. */
    void generate(Item item, Assignment unit) {
        Instant start = unit.issuedAt == null ? clock.instant() : unit.issuedAt;
        if (unit.due != null) {
            add(item, unit, FeedbackKind.FINAL, "1", null, unit.due, "final");
        }
        addFirst(item, unit, start);
        addComingPeriods(item, unit);
        addMilestones(item, unit);
    }

    private void addFirst(Item item, Assignment unit, Instant start) {
        int days = settings.of(LedgerSetting.FIRST_FEEDBACK_WORKING_DAYS);
        Instant due = worktime.due(start, Limit.workingDays(days)).due();
        if (days > 0 && (unit.due == null || due.isBefore(unit.due))) {
            add(item, unit, FeedbackKind.FIRST, "1", null, due, "feedback");
        }
    }

    /**
     * Periods from today up to the limit, or some months ahead where there is none; the sweep asks again. What lies behind is not asked for: a cycle
     * that is agreed late begins late. Returns how many are new.
     */
    int addComingPeriods(Item item, Assignment unit) {
        Instant now = clock.instant();
        Instant start = unit.issuedAt == null ? now : unit.issuedAt;
        Instant horizon = now.plus(AHEAD);
        Instant until = unit.due == null || unit.due.isAfter(horizon) ? horizon : unit.due;
        LocalDate from = LocalDate.ofInstant(start, zone).plusDays(1);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (from.isBefore(today)) {
            from = today;
        }
        int added = 0;
        for (Periods.Period period :
                Periods.between(item.cycle, item.cycleDay, from, LocalDate.ofInstant(until, zone))) {
            Instant due = worktime.endOf(period.due(), start).due();
            if (unit.due == null || due.isBefore(unit.due)) {
                added += add(item, unit, FeedbackKind.PERIODIC, period.key(), null, due, "feedback");
            }
        }
        return added;
    }

    private void addMilestones(Item item, Assignment unit) {
        if (!unit.isLead()) {
            return;
        }
        jdbc.sql("select id, due from ledger.milestone where item_id = :id and reached_at is null order by position")
                .param("id", item.id)
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class),
                        "",
                        row.getTimestamp("due").toInstant()))
                .list()
                .forEach(milestone -> add(
                        item,
                        unit,
                        FeedbackKind.MILESTONE,
                        milestone.id().toString(),
                        milestone.id(),
                        milestone.due(),
                        "milestone"));
    }

    private int add(
            Item item,
            Assignment unit,
            FeedbackKind kind,
            String period,
            @Nullable UUID milestoneId,
            Instant due,
            String obligationKind) {
        UUID id = LedgerObligations.id("feedback", unit.id, kind, period);
        int added = jdbc.sql("""
                insert into ledger.feedback_due (id, assignment_id, kind, period, milestone_id, due)
                values (:id, :assignment, :kind, :period, :milestone, :due)
                on conflict (assignment_id, kind, period) do nothing
                """)
                .param("id", id)
                .param("assignment", unit.id)
                .param("kind", kind.name())
                .param("period", period)
                .param("milestone", milestoneId)
                .param("due", Sql.at(due))
                .update();
        if (added > 0) {
            obligations.oweByUnit(id, item, unit, obligationKind, due);
        }
        return added;
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
        List<Open> answered = new java.util.ArrayList<>(open.stream()
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
            add(item, unit, FeedbackKind.FINAL, "1", null, due, "final");
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
