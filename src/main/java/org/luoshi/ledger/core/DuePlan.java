package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reports follow from an item's terms, without writing any of them down. */
@Component
class DuePlan {

    private static final Duration AHEAD = Duration.ofDays(92);

    private final WorktimeApi worktime;
    private final LedgerSettings settings;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    DuePlan(WorktimeApi worktime, LedgerSettings settings, JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.worktime = worktime;
        this.settings = settings;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** One that a unit is to owe. */
    record Row(
            UUID id,
            Assignment unit,
            FeedbackKind kind,
            String period,
            @Nullable UUID milestoneId,
            Instant due,
            String obligationKind) {

        static Row of(
                Assignment unit,
                FeedbackKind kind,
                String period,
                @Nullable UUID milestoneId,
                Instant due,
                String obligationKind) {
            UUID id = LedgerObligations.id("feedback", unit.id, kind, period);
            return new Row(id, unit, kind, period, milestoneId, due, obligationKind);
        }
    }

    List<Row> of(Item item, Assignment unit) {
        List<Row> rows = new ArrayList<>();
        if (unit.due != null) {
            rows.add(Row.of(unit, FeedbackKind.FINAL, "1", null, unit.due, "final"));
        }
        rows.addAll(first(unit));
        rows.addAll(comingPeriods(item, unit));
        rows.addAll(milestones(item, unit));
        return rows;
    }

    private List<Row> first(Assignment unit) {
        int days = settings.of(LedgerSetting.FIRST_FEEDBACK_WORKING_DAYS);
        Instant start = unit.issuedAt == null ? clock.instant() : unit.issuedAt;
        Instant due = worktime.due(start, Limit.workingDays(days)).due();
        return days > 0 && (unit.due == null || due.isBefore(unit.due))
                ? List.of(Row.of(unit, FeedbackKind.FIRST, "1", null, due, "feedback"))
                : List.of();
    }

    /**
     * Periods from today up to the limit, or some months ahead where there is none; the sweep asks again. What lies behind is not asked for: a cycle
     * that is agreed late begins late.
     */
    List<Row> comingPeriods(Item item, Assignment unit) {
        Instant now = clock.instant();
        Instant start = unit.issuedAt == null ? now : unit.issuedAt;
        Instant horizon = now.plus(AHEAD);
        Instant until = unit.due == null || unit.due.isAfter(horizon) ? horizon : unit.due;
        LocalDate from = LocalDate.ofInstant(start, zone).plusDays(1);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (from.isBefore(today)) {
            from = today;
        }
        List<Row> rows = new ArrayList<>();
        for (Periods.Period period :
                Periods.between(item.cycle, item.cycleDay, from, LocalDate.ofInstant(until, zone))) {
            Instant due = worktime.endOf(period.due(), start).due();
            if (unit.due == null || due.isBefore(unit.due)) {
                rows.add(Row.of(unit, FeedbackKind.PERIODIC, period.key(), null, due, "feedback"));
            }
        }
        return rows;
    }

    private List<Row> milestones(Item item, Assignment unit) {
        if (!unit.isLead()) {
            return List.of();
        }
        return jdbc.sql(
                        "select id, due from ledger.milestone where item_id = :id and reached_at is null order by position")
                .param("id", item.id)
                .query((row, n) -> Row.of(
                        unit,
                        FeedbackKind.MILESTONE,
                        row.getString("id"),
                        row.getObject("id", UUID.class),
                        row.getTimestamp("due").toInstant(),
                        "milestone"))
                .list();
    }
}
