package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds units of their limits before, at and after them, each time as a line in the item's time line with its rule (domain/supervision.md
 * 1.5). Silent while the office has something of the unit to look at, on days off, at night, and while the least gap since an officer's urge
 * has not passed: the house yields to the person. May run at any time, twice, or on several nodes.
 */
@Component
public class LimitReminders {

    private static final long LOCK = 0x6c72656d;
    private static final int FROM_HOUR = 8;
    private static final int UNTIL_HOUR = 20;

    private final Ledger ledger;
    private final LedgerSettings settings;
    private final NoticesApi notices;
    private final WorktimeApi worktime;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ZoneId zone;
    private final Clock clock;

    LimitReminders(
            Ledger ledger,
            LedgerSettings settings,
            NoticesApi notices,
            WorktimeApi worktime,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ZoneId zone,
            Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.notices = notices;
        this.worktime = worktime;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.zone = zone;
        this.clock = clock;
    }

    record Candidate(
            UUID id,
            Instant due,
            @Nullable String stage,
            @Nullable Integer number) {}

    @Scheduled(
            fixedDelayString = "${luoshi.ledger.remind-every:PT10M}",
            initialDelayString = "${luoshi.ledger.remind-every:PT10M}")
    public void run() {
        ZonedDateTime now = clock.instant().atZone(zone);
        if (now.getHour() < FROM_HOUR || now.getHour() >= UNTIL_HOUR || !worktime.isWorkingDay(now.toLocalDate())) {
            return;
        }
        LimitReminder.Rules rules = rules();
        for (Candidate candidate : candidates(now.toLocalDate(), rules)) {
            LimitReminder.at(now.toInstant(), candidate.due(), rules, worktime)
                    .filter(reminder -> !isTold(candidate, reminder))
                    .ifPresent(reminder -> transaction.executeWithoutResult(status -> {
                        if (isMyTurn()) {
                            remind(candidate, reminder);
                        }
                    }));
        }
    }

    private LimitReminder.Rules rules() {
        return new LimitReminder.Rules(
                settings.of(LedgerSetting.REMIND_BEFORE_WORKING_DAYS),
                settings.of(LedgerSetting.REMIND_ON_THE_DAY),
                settings.of(LedgerSetting.REMIND_AFTER_WORKING_DAYS));
    }

    /** Parts that are with their unit, near or behind their limit, with nothing for the office to look at, and not reminded today. */
    private List<Candidate> candidates(LocalDate today, LimitReminder.Rules rules) {
        Instant horizon = worktime.plusWorkingDays(today, Math.max(1, rules.before()))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        return jdbc.sql("""
                select a.id, a.due, told.stage, told.number
                from ledger.assignment a join ledger.item i on i.id = a.item_id
                left join lateral (
                    select r.stage, r.number, r.sent_at from ledger.reminder r
                    where r.assignment_id = a.id and r.due = a.due order by r.sent_at desc limit 1) told on true
                where a.due is not null and a.due < :horizon
                  and a.state in ('TO_SIGN', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'RETURNED')
                  and a.stopped_at is null and (a.issued_at is null or a.issued_at < :today)
                  and i.state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM')
                  and not exists (select 1 from ledger.reminder r where r.assignment_id = a.id and r.sent_at >= :today)
                  and not exists (
                      select 1 from ledger.feedback_target t where t.assignment_id = a.id and t.state = 'SUBMITTED')
                  and not exists (
                      select 1 from ledger.change_request q
                      where q.item_id = a.item_id and coalesce(q.assignment_id, a.id) = a.id
                        and q.state in ('ASKED', 'UNIT_SIGNED', 'SEEN'))
                order by a.due, a.id
                """)
                .param("horizon", Sql.at(horizon))
                .param("today", Sql.at(today.atStartOfDay(zone).toInstant()))
                .query(Candidate.class)
                .list();
    }

    private static boolean isTold(Candidate candidate, LimitReminder reminder) {
        String stage = candidate.stage();
        return stage != null && reminder.is(stage, Objects.requireNonNullElse(candidate.number(), 0));
    }

    private boolean isMyTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private void remind(Candidate candidate, LimitReminder reminder) {
        Assignment unit = ledger.assignment(candidate.id());
        Item item = ledger.item(unit.itemId);
        Set<UUID> people = peopleOf(unit);
        boolean waits = notices.standingUrges(List.of(item.id)).stream()
                .anyMatch(urge -> urge.unitId().equals(unit.unitId));
        if (waits || people.isEmpty() || !keep(candidate, reminder)) {
            return;
        }
        String stage = reminder.stage().name().toLowerCase(Locale.ROOT);
        ledger.tellPeople(
                people,
                item,
                "ledger.notice.limit-" + stage,
                Map.of(
                        "days",
                        String.valueOf(reminder.days()),
                        "dueAt",
                        candidate.due().toString()),
                "limit-" + stage);
        Map<String, Object> details =
                Map.of("unit", ledger.unitName(unit.unitId), "days", reminder.days(), "rule", reminder.rule());
        ledger.note(item, "reminder", unit.id, stage, details, null, Actor.system());
    }

    private Set<UUID> peopleOf(Assignment unit) {
        Set<UUID> people = new HashSet<>(ledger.frontOf(unit.unitId));
        if (unit.insidePersonId != null) {
            people.add(unit.insidePersonId);
        }
        return people;
    }

    private boolean keep(Candidate candidate, LimitReminder reminder) {
        return jdbc.sql("""
                        insert into ledger.reminder (assignment_id, due, stage, number, sent_at)
                        values (:assignment, :due, :stage, :number, :now) on conflict do nothing
                        """)
                        .param("assignment", candidate.id())
                        .param("due", Sql.at(candidate.due()))
                        .param("stage", reminder.stage().name())
                        .param("number", reminder.number())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }
}
