package org.luoshi.notices.core;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.core.Reminder.What;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each minute tells people what falls due next and what has become overdue, and takes back reminders whose cause is gone. Runs once per
 * cluster (a database lock) and is safe to repeat: what was told is a row whose key says it.
 */
@Component
public class Sweep {

    /** So that a midnight with thousands of reminders is not one long transaction. */
    private static final int PORTION = 500;

    private static final long LOCK = 0x6c756f736869L;

    private final Reminders reminders;
    private final NoticeService service;
    private final ObligationsApi obligations;
    private final Digest digest;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sweep(
            Reminders reminders,
            NoticeService service,
            ObligationsApi obligations,
            Digest digest,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.reminders = reminders;
        this.service = service;
        this.obligations = obligations;
        this.digest = digest;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${luoshi.notices.sweep-every:PT1M}",
            initialDelayString = "${luoshi.notices.sweep-every:PT1M}")
    public void run() {
        alone(this::takeBack);
        while (Boolean.TRUE.equals(transaction.execute(status -> hasLock() && tellPortion()))) {
            // the next portion, until none is full
        }
        alone(digest::composeIfDue);
        alone(this::beat);
    }

    private void alone(Runnable step) {
        transaction.executeWithoutResult(status -> {
            if (hasLock()) {
                step.run();
            }
        });
    }

    private boolean tellPortion() {
        List<Reminder> portion = reminders.openAt(clock.instant()).stream()
                .filter(reminder -> !reminder.personIds().isEmpty())
                .limit(PORTION)
                .toList();
        portion.forEach(this::tell);
        return portion.size() == PORTION;
    }

    private void tell(Reminder reminder) {
        Obligation obligation = reminder.obligation();
        int isNew = jdbc.sql("""
                        insert into notices.told (obligation_id, what, due, told_at)
                        values (:obligation, :what, :due, :now)
                        on conflict (obligation_id, what, due) do nothing
                        """)
                .param("obligation", obligation.id())
                .param("what", reminder.what().name())
                .param("due", Sql.at(obligation.due()))
                .param("now", Sql.at(clock.instant()))
                .update();
        if (isNew == 1) {
            service.tell(new NewNotice(
                    reminder.personIds(),
                    reminder.what().textKey(),
                    argumentsOf(obligation),
                    obligation.href(),
                    obligation.id(),
                    reminder.what().ruleKey()));
        }
    }

    private static Map<String, String> argumentsOf(Obligation obligation) {
        return Map.of(
                "title", obligation.title(),
                "kindKey", "obligations.kind." + obligation.kindKey(),
                "dueAt", String.valueOf(obligation.due()));
    }

    /** "Due soon" goes when it was answered, moved or has become overdue; "overdue" when it was answered or moved. */
    private void takeBack() {
        List<Unread> unread = jdbc.sql("""
                        select id, subject_id, text_key, arguments ->> 'dueAt' as due
                        from notices.notice where read_at is null and text_key in ('notices.due-soon', 'notices.overdue')
                        """).query(Unread.class).list();
        Map<UUID, Obligation> byId =
                obligations
                        .find(unread.stream().map(Unread::subjectId).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Obligation::id, Function.identity()));
        service.settle(unread.stream()
                .filter(notice -> !notice.stillHolds(byId.get(notice.subjectId())))
                .map(Unread::id)
                .toList());
    }

    private boolean hasLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private void beat() {
        jdbc.sql("""
                        insert into notices.heartbeat (name, ran_at) values ('sweep', :now)
                        on conflict (name) do update set ran_at = :now
                        """).param("now", Sql.at(clock.instant())).update();
    }

    record Unread(UUID id, UUID subjectId, String textKey, String due) {

        boolean stillHolds(@Nullable Obligation obligation) {
            return obligation != null
                    && due.equals(Objects.toString(obligation.due()))
                    && switch (obligation.state()) {
                        case OPEN -> textKey.equals(What.DUE_SOON.textKey());
                        case OVERDUE -> textKey.equals(What.OVERDUE.textKey());
                        case MET, MET_LATE, EXCUSED, NOT_APPLICABLE -> false;
                    };
        }
    }
}
