package org.luoshi.ledger.guests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.UnitVoice;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes workbooks to be filled in off line: for one or several parts of one unit, each good for one answer. */
@Service
@Transactional
public class GuestForms {

    private static final int MOST_PARTS = 50;
    private static final int MOST_A_DAY = 20;

    private final GuestTasks tasks;
    private final GuestLinks links;
    private final UnitVoice voice;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;

    GuestForms(GuestTasks tasks, GuestLinks links, UnitVoice voice, HistoryApi history, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.links = links;
        this.voice = voice;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By an officer, who sends it to the unit. */
    public GuestForm make(List<UUID> assignmentIds, @Nullable LocalDate until, Actor actor) {
        GuestLinks.requireOfficer(actor);
        return make(assignmentIds, links.endOf(until), actor);
    }

    /** By the unit itself, for the part of its link, as long as the link opens. */
    public GuestForm make(GuestLink link) {
        requireFew(link.assignmentId());
        UUID unitId = tasks.require(link.assignmentId()).unitId();
        Actor actor = voice.of(link.id(), ReportWay.LINK, link.contact(), unitId);
        return make(List.of(link.assignmentId()), link.endsAt(), actor);
    }

    /** Each leaves a line in the history for ever. */
    private void requireFew(UUID assignmentId) {
        int made = jdbc.sql("""
                select count(*) from ledger.guest_form_part p join ledger.guest_form f on f.id = p.form_id
                where p.assignment_id = :id and f.made_at > :since
                """)
                .param("id", assignmentId)
                .param("since", Sql.at(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        if (made >= MOST_A_DAY) {
            throw GuestError.TOO_MANY_FORMS.with(Map.of("most", MOST_A_DAY));
        }
    }

    private GuestForm make(List<UUID> assignmentIds, Instant endsAt, Actor actor) {
        List<UUID> wanted = List.copyOf(new LinkedHashSet<>(assignmentIds));
        if (wanted.isEmpty() || wanted.size() > MOST_PARTS) {
            throw GuestError.NOTHING_CHOSEN.with(Map.of("most", MOST_PARTS));
        }
        List<GuestTask> asked = wanted.stream().map(tasks::require).toList();
        UUID unitId = asked.get(0).unitId();
        for (GuestTask task : asked) {
            if (!task.unitId().equals(unitId)) {
                throw GuestError.OTHER_UNIT.plain();
            }
            if (!task.maySign() && !task.mayReport()) {
                throw GuestError.ENDED.with(Map.of("title", task.title()));
            }
        }
        String token = SecretWord.next();
        UUID id = TimeOrderedIds.next(clock);
        write(id, token, unitId, endsAt, asked, actor);
        return new GuestForm(id, token, asked.get(0).unit(), links.lastDay(endsAt), new ArrayList<>(asked));
    }

    private void write(UUID id, String token, UUID unitId, Instant endsAt, List<GuestTask> asked, Actor actor) {
        jdbc.sql("""
                insert into ledger.guest_form (id, hash, unit_id, made_by, made_at, ends_at)
                values (:id, :hash, :unit, :by, :at, :ends)
                """)
                .param("id", id)
                .param("hash", SecretWord.hash(token))
                .param("unit", unitId)
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .param("ends", Sql.at(endsAt))
                .update();
        for (int part = 0; part < asked.size(); part++) {
            GuestTask task = asked.get(part);
            jdbc.sql("insert into ledger.guest_form_part (form_id, position, assignment_id) values (:form, :n, :part)")
                    .param("form", id)
                    .param("n", part + 1)
                    .param("part", task.id())
                    .update();
            history.record(
                    new HistoryFact(
                            task.itemId(),
                            "ledger.form",
                            id,
                            "made",
                            Map.of("unit", task.unit(), "until", links.lastDay(endsAt)),
                            null),
                    actor);
        }
    }
}
