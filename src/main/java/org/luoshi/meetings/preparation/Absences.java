package org.luoshi.meetings.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away when: leave, duty, journeys, illness. Somebody enters it for themselves, or a preparer for them. */
@Component
@Transactional
public class Absences {

    private static final String ROW =
            "select id, person_id, from_day, to_day, kind, entered_by from meetings.absence where ended_at is null";

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final Clock clock;

    Absences(JdbcClient jdbc, OrganizationApi organization, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.history = history;
        this.clock = clock;
    }

    /** Of everybody, ending on this day or later. */
    @Transactional(readOnly = true)
    public List<Absence> from(LocalDate day) {
        return jdbc.sql(ROW + " and to_day >= :day order by from_day, id")
                .param("day", day)
                .query(Absence.class)
                .list();
    }

    public UUID enter(UUID personId, LocalDate from, LocalDate to, Absence.Kind kind, Actor actor) {
        if (!personId.equals(actor.personId()) && !MeetingRights.prepares(actor)) {
            throw PreparationError.NOT_YOURS.plain();
        }
        if (to.isBefore(from) || to.isAfter(from.plusYears(1))) {
            throw PreparationError.END_BEFORE_START.with(Map.of("field", "to"));
        }
        boolean there = from(from).stream()
                .anyMatch(one -> one.personId().equals(personId) && one.covers(from) && one.covers(to));
        if (there) {
            throw PreparationError.ALREADY_AWAY.with(Map.of("field", "from"));
        }
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into meetings.absence (id, person_id, from_day, to_day, kind, entered_by, entered_at)
                values (:id, :person, :from, :to, :kind, :by, :now)
                """)
                .param("id", id)
                .param("person", personId)
                .param("from", from)
                .param("to", to)
                .param("kind", kind.name())
                .param("by", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
        record(id, personId, from, to, "entered", actor);
        return id;
    }

    /** They are back, or it was entered by mistake. */
    public void end(UUID id, Actor actor) {
        Absence absence = jdbc.sql(ROW + " and id = :id")
                .param("id", id)
                .query(Absence.class)
                .optional()
                .orElseThrow(PreparationError.UNKNOWN::plain);
        if (!absence.personId().equals(actor.personId()) && !MeetingRights.prepares(actor)) {
            throw PreparationError.NOT_YOURS.plain();
        }
        jdbc.sql("update meetings.absence set ended_at = :now where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
        record(id, absence.personId(), absence.fromDay(), absence.toDay(), "ended", actor);
    }

    /** Why somebody is away is nobody else's business and stays out of the history. */
    private void record(UUID id, UUID personId, LocalDate from, LocalDate to, String action, Actor actor) {
        String name = organization
                .person(personId)
                .orElseThrow(PreparationError.UNKNOWN::plain)
                .name();
        history.record(
                new HistoryFact(
                        personId, "meetings.absence", id, action, Map.of("name", name, "from", from, "to", to), null),
                actor);
    }
}
