package org.luoshi.meetings.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who comes to a meeting, which units are asked, and who works on it. Whoever changes it writes the history. */
@Component
public class Attendees {

    private static final String ROW = """
            select id, meeting_id, unit_id, person_id, name, title, rank, part, site, telephone, substitute_for, substitute_reason
            from meetings.attendee
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Attendees(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By rank; who is of one rank stands in the order in which they were put down. */
    public List<Attendee> of(UUID meetingId) {
        return jdbc.sql(ROW + " where meeting_id = :meeting order by rank, id")
                .param("meeting", meetingId)
                .query(Attendees::row)
                .list();
    }

    public Optional<Attendee> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(Attendees::row)
                .optional();
    }

    private static Attendee row(ResultSet row, int number) throws SQLException {
        return new Attendee(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("title"),
                row.getInt("rank"),
                Attendee.Part.valueOf(row.getString("part")),
                row.getString("site"),
                row.getString("telephone"),
                row.getString("substitute_for"),
                row.getString("substitute_reason"));
    }

    /** Adds somebody, or writes them anew where the id is there already. */
    public void put(Attendee attendee) {
        jdbc.sql("""
                insert into meetings.attendee (id, meeting_id, unit_id, person_id, name, title, rank, part, site, telephone,
                    substitute_for, substitute_reason, changed_at)
                values (:id, :meeting, :unit, :person, :name, :title, :rank, :part, :site, :telephone, :for, :reason, :now)
                on conflict (id) do update set meeting_id = excluded.meeting_id, unit_id = excluded.unit_id,
                    person_id = excluded.person_id, name = excluded.name, title = excluded.title, rank = excluded.rank,
                    part = excluded.part, site = excluded.site, telephone = excluded.telephone,
                    substitute_for = excluded.substitute_for, substitute_reason = excluded.substitute_reason,
                    changed_at = excluded.changed_at
                """)
                .param("id", attendee.id())
                .param("meeting", attendee.meetingId())
                .param("unit", attendee.unitId())
                .param("person", attendee.personId())
                .param("name", attendee.name())
                .param("title", attendee.title())
                .param("rank", attendee.rank())
                .param("part", attendee.part().name())
                .param("site", attendee.site())
                .param("telephone", attendee.telephone())
                .param("for", attendee.substituteFor())
                .param("reason", attendee.substituteReason())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    public void remove(UUID attendeeId) {
        jdbc.sql("delete from meetings.attendee where id = :id")
                .param("id", attendeeId)
                .update();
    }

    /** In the order in which the units were invited is no order: sort by the official one. */
    public List<InvitedUnit> invited(UUID meetingId) {
        return jdbc.sql("""
                        select meeting_id, unit_id, seats, who from meetings.invited_unit where meeting_id = :meeting order by unit_id
                        """)
                .param("meeting", meetingId)
                .query(InvitedUnit.class)
                .list();
    }

    /** Invites a unit, or changes its seats. */
    public void invite(InvitedUnit unit) {
        jdbc.sql("""
                insert into meetings.invited_unit (meeting_id, unit_id, seats, who) values (:meeting, :unit, :seats, :who)
                on conflict (meeting_id, unit_id) do update set seats = excluded.seats, who = excluded.who
                """)
                .param("meeting", unit.meetingId())
                .param("unit", unit.unitId())
                .param("seats", unit.seats())
                .param("who", unit.who())
                .update();
    }

    public void uninvite(UUID meetingId, UUID unitId) {
        jdbc.sql("delete from meetings.invited_unit where meeting_id = :meeting and unit_id = :unit")
                .param("meeting", meetingId)
                .param("unit", unitId)
                .update();
    }

    /** Lets people who work on a meeting see it. */
    public void work(UUID meetingId, Collection<UUID> people) {
        jdbc.sql("""
                insert into meetings.worker (meeting_id, person_id) select :meeting, unnest(:people) on conflict do nothing
                """)
                .param("meeting", meetingId)
                .param("people", Sql.ids(people))
                .update();
    }
}
