package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works out, from the facts of an item, the instants at which its light will turn yellow and red if nothing happens until then. The light itself is
 * these instants against the clock, so nobody can paint it and no timer can forget it (domain/supervision.md 1.6).
 */
@Component
class Lights {

    private final JdbcClient jdbc;
    private final WorktimeApi worktime;
    private final LedgerSettings settings;
    private final ZoneId zone;
    private final Clock clock;

    Lights(JdbcClient jdbc, WorktimeApi worktime, LedgerSettings settings, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.worktime = worktime;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
    }

    /** One instant and why the light turns then. */
    record Turn(Instant at, String why) {}

    /** When and why; null where it does not turn. */
    record Turns(@Nullable Turn yellow, @Nullable Turn red) {

        static final Turns NONE = new Turns(null, null);

        @Nullable
        Instant yellowAt() {
            return yellow == null ? null : yellow.at();
        }

        @Nullable
        String yellowWhy() {
            return yellow == null ? null : yellow.why();
        }

        @Nullable
        Instant redAt() {
            return red == null ? null : red.at();
        }

        @Nullable
        String redWhy() {
            return red == null ? null : red.why();
        }
    }

    /** Writes the turns into the assignment; the caller saves it. */
    void refresh(Assignment assignment) {
        refreshAll(List.of(assignment));
    }

    void refreshAll(Collection<Assignment> assignments) {
        Map<UUID, List<Instant>> waiting = openFeedbackDues(assignments);
        assignments.forEach(assignment -> refresh(assignment, waiting.getOrDefault(assignment.id, List.of())));
    }

    private void refresh(Assignment assignment, List<Instant> waiting) {
        Turns turns = of(assignment, waiting);
        assignment.yellowAt = turns.yellowAt();
        assignment.yellowWhy = turns.yellowWhy();
        assignment.redAt = turns.redAt();
        assignment.redWhy = turns.redWhy();
    }

    /** Writes the turns into the item: those of its worst assignment, or its own while nobody has it yet; the caller saves it. */
    void refresh(Item item, List<Assignment> assignments) {
        Turns turns = of(item, assignments);
        item.yellowAt = turns.yellowAt();
        item.yellowWhy = turns.yellowWhy();
        item.redAt = turns.redAt();
        item.redWhy = turns.redWhy();
        item.stopped = item.state == ItemState.SUSPENDED
                || assignments.stream().anyMatch(assignment -> assignment.isLead() && assignment.stoppedAt != null);
    }

    private Turns of(Item item, List<Assignment> assignments) {
        return switch (item.state) {
            case ISSUED, IN_PROGRESS, LONG_TERM -> worst(item, assignments);
            case DRAFT, PENDING_APPROVAL, FILED -> new Turns(silence(item.lastActivityAt), null);
            case PENDING_CLOSE, PENDING_LEADER, SUSPENDED -> Turns.NONE;
            case NOT_FILED, CLOSED, STRUCK_OFF, REVISITED, RELAPSED, ARCHIVED, CANCELLED, MERGED -> Turns.NONE;
        };
    }

    private Turns worst(Item item, List<Assignment> assignments) {
        List<Turn> yellow = new ArrayList<>();
        List<Turn> red = new ArrayList<>();
        for (Assignment assignment : assignments) {
            add(yellow, assignment.yellowAt, assignment.yellowWhy, assignment);
            add(red, assignment.redAt, assignment.redWhy, assignment);
        }
        boolean nobodyMoves = assignments.stream().noneMatch(assignment -> assignment.state.isRunning());
        if (item.due == null || nobodyMoves) {
            yellow.add(silence(item.lastActivityAt));
        }
        return new Turns(earliest(yellow), earliest(red));
    }

    private static void add(List<Turn> turns, @Nullable Instant at, @Nullable String why, Assignment assignment) {
        if (at != null && why != null) {
            turns.add(new Turn(at, why + "|" + assignment.unitId));
        }
    }

    private Turns of(Assignment assignment, List<Instant> waiting) {
        if (!assignment.state.isRunning() || assignment.stoppedAt != null) {
            return Turns.NONE;
        }
        List<Turn> yellow = new ArrayList<>();
        List<Turn> red = new ArrayList<>();
        if (assignment.state == AssignmentState.TO_SIGN && assignment.signDue != null) {
            red.add(new Turn(assignment.signDue, "sign-late"));
        }
        // A final report that was handed in has met the limit; the office's own clock runs now.
        boolean answered = assignment.state == AssignmentState.SUBMITTED;
        if (assignment.due != null && !answered) {
            red.add(new Turn(assignment.due, "late"));
            yellow.add(new Turn(soon(assignment.due), "due-soon"));
        }
        if (!waiting.isEmpty() && !answered) {
            yellow.add(new Turn(waiting.get(0), "feedback-missed"));
        }
        if (waiting.size() > 1 && !answered) {
            red.add(new Turn(waiting.get(1), "feedback-missed-twice"));
        }
        return new Turns(earliest(yellow), earliest(red));
    }

    /** Start of the day from which only so many working days are left. */
    private Instant soon(Instant due) {
        LocalDate dueDay = due.atZone(zone).toLocalDate();
        int days = settings.of(LedgerSetting.YELLOW_WORKING_DAYS);
        return worktime.plusWorkingDays(dueDay, -days)
                .atTime(LocalTime.MIN)
                .atZone(zone)
                .toInstant();
    }

    private Turn silence(Instant lastActivity) {
        return new Turn(lastActivity.plus(Duration.ofDays(settings.of(LedgerSetting.SILENCE_DAYS))), "silent");
    }

    /** Dues of interim reports only, the first two of each unit: the final one is the limit itself. */
    private Map<UUID, List<Instant>> openFeedbackDues(Collection<Assignment> assignments) {
        Map<UUID, List<Instant>> dues = new HashMap<>();
        jdbc.sql("""
                select d.assignment_id, d.due from unnest(:ids) as wanted (id) cross join lateral (
                    select assignment_id, due from ledger.feedback_due
                    where assignment_id = wanted.id and met_at is null and released_at is null and kind <> 'FINAL'
                    order by due limit 2) d
                order by d.due
                """)
                .param(
                        "ids",
                        assignments.stream().map(assignment -> assignment.id).toArray(UUID[]::new))
                .query((row, n) -> dues.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getTimestamp(2).toInstant()))
                .list();
        return dues;
    }

    private static @Nullable Turn earliest(List<Turn> turns) {
        return turns.stream().min(Comparator.comparing(Turn::at)).orElse(null);
    }

    /** Items whose turns depend on the calendar: open ones with a limit. */
    List<UUID> itemsWithLimit() {
        return jdbc.sql("select id from ledger.item where is_open and due is not null and due > :now")
                .param("now", Sql.at(clock.instant()))
                .query(UUID.class)
                .list();
    }
}
