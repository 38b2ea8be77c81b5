package org.luoshi.ledger.demonstration;

import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each afternoon the units report what is due by the next evening; their heads sign, and the officers look at it in the following days. */
final class DailyReports {

    private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
    private static final int SERVED_AT_ONCE = 3;

    private record Due(
            UUID assignmentId,
            UUID unitId,
            UUID itemId,
            UUID officerId,
            String title,
            FeedbackKind kind,
            UUID person) {}

    private final JdbcClient jdbc;
    private final Deeds deeds;
    private final Agenda agenda;
    private final Cast cast;
    private final Words words;
    private final RandomGenerator random;
    private final Set<UUID> silent = new HashSet<>();
    private final Set<UUID> withoutNews = new HashSet<>();

    DailyReports(JdbcClient jdbc, Deeds deeds, Agenda agenda, Cast cast, Words words, RandomGenerator random) {
        this.jdbc = jdbc;
        this.deeds = deeds;
        this.agenda = agenda;
        this.cast = cast;
        this.words = words;
        this.random = random;
    }

    /** Nobody reports on this item any more. */
    void silence(UUID itemId) {
        silent.add(itemId);
    }

    /** The item's next periodic reports say that there is nothing new. */
    void withoutNews(UUID itemId) {
        withoutNews.add(itemId);
    }

    void on(int workingDaysLater) {
        agenda.add(
                agenda.at(workingDaysLater, AFTERNOON), () -> report(agenda.at(workingDaysLater + 1, LocalTime.MAX)));
    }

    private void report(Instant until) {
        Map<UUID, List<Due>> byUnit = new LinkedHashMap<>();
        for (Due due : due(until)) {
            boolean isLate = random.nextInt(25) == 0;
            if (!silent.contains(due.itemId()) && !isLate) {
                byUnit.computeIfAbsent(due.unitId(), unit -> new java.util.ArrayList<>())
                        .add(due);
            }
        }
        byUnit.values().forEach(this::report);
    }

    /** What is alike and owed by the same people goes into one report. */
    private void report(List<Due> ofUnit) {
        Map<String, List<Due>> alike = new LinkedHashMap<>();
        for (Due due : ofUnit) {
            String key = due.kind() + ":" + due.person() + (withoutNews.contains(due.itemId()) ? due.itemId() : "");
            alike.computeIfAbsent(key, unused -> new java.util.ArrayList<>()).add(due);
        }
        for (List<Due> together : alike.values()) {
            for (int from = 0; from < together.size(); from += SERVED_AT_ONCE) {
                write(together.subList(from, Math.min(together.size(), from + SERVED_AT_ONCE)));
            }
        }
    }

    private void write(List<Due> together) {
        Due first = together.get(0);
        UUID unitId = first.unitId();
        Actor writer = first.person() == null
                ? cast.liaison(unitId)
                : cast.handler(unitId).orElseGet(() -> cast.liaison(unitId));
        boolean isZero = first.kind() == FeedbackKind.PERIODIC && withoutNews.contains(first.itemId());
        List<UUID> assignments = together.stream().map(Due::assignmentId).toList();
        UUID report = isZero
                ? deeds.nothingNew(first.assignmentId(), words.of("ZERO"), writer)
                : deeds.draft(
                        new NewFeedback(
                                assignments,
                                first.kind(),
                                words.of(first.kind().name(), first.title(), cast.name(unitId)),
                                null,
                                null,
                                List.of()),
                        writer);
        agenda.course()
                .whenReady(
                        random.nextInt(5) == 0 ? 1 : 0,
                        () -> together.stream().allMatch(this::isOpen),
                        () -> deeds.signOff(report, cast.head(unitId)))
                .then(1, () -> together.forEach(due -> look(report, due)))
                .from(agenda.now());
    }

    private boolean isOpen(Due due) {
        return deeds.item(due.itemId()).state().isOpen();
    }

    private void look(UUID report, Due due) {
        if (!isOpen(due)) {
            return;
        }
        Actor officer = cast.officer(due.officerId());
        boolean isThin = random.nextInt(14) == 0;
        if (isThin) {
            StepInput why = StepInput.of(0, words.of("return")).withRejectCode(RejectCode.NO_SUBSTANCE);
            deeds.decide(report, due.assignmentId(), FeedbackStep.RETURN, why, officer);
        } else {
            deeds.decide(report, due.assignmentId(), FeedbackStep.ACCEPT, StepInput.of(0, words.of("accept")), officer);
        }
    }

    /** A part that has a report on its way to the head is left alone. */
    private List<Due> due(Instant until) {
        return jdbc.sql("""
                select * from (
                select distinct on (a.id) a.id as assignment_id, a.unit_id, a.item_id, i.officer_id, i.title, d.kind,
                       a.inside_person_id as person, i.sequence, a.position
                from ledger.feedback_due d
                join ledger.assignment a on a.id = d.assignment_id
                join ledger.item i on i.id = a.item_id
                where d.met_at is null and d.released_at is null and d.kind <> 'FINAL' and d.due < :until
                  and a.stopped_at is null and i.state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM')
                  and a.state in ('SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'RETURNED')
                  and not exists (
                      select 1 from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                      where t.assignment_id = a.id and f.state in ('DRAFT', 'UNIT_REVIEW'))
                order by a.id, d.due, d.kind) as owed
                order by sequence, position
                """).param("until", Sql.at(until)).query(Due.class).list();
    }
}
