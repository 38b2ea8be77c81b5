package org.luoshi.meetings.venue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes who has which room or line when. */
@Component
public class Bookings {

    private static final String ROW = """
            select b.id, b.facility_id, b.kind, f.name, b.meeting_id, b.taken_from, b.taken_until, b.released_at, b.released_why, b.released_for
            from meetings.booking b join meetings.facility f on f.id = b.facility_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Bookings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a meeting has now, its room first. */
    public List<Booking> of(UUID meetingId) {
        return jdbc.sql(ROW + " where b.meeting_id = :meeting and b.released_at is null order by b.kind desc, f.name")
                .param("meeting", meetingId)
                .query(Bookings::row)
                .list();
    }

    /** What a meeting lost when it was moved and has nothing instead of yet: the newest for each room and line. */
    public List<Booking> lost(UUID meetingId) {
        return jdbc.sql("select * from (" + ROW.replace("select", "select distinct on (b.facility_id)") + """
                         where b.meeting_id = :meeting and b.released_why = 'MOVED' order by b.facility_id, b.released_at desc) l
                        where not exists (select 1 from meetings.booking n where n.meeting_id = :meeting
                            and (n.released_at is null or n.booked_at > l.released_at)
                            and (n.facility_id = l.facility_id or n.kind = 'ROOM' and l.kind = 'ROOM'))
                        order by l.kind desc, l.name
                        """)
                .param("meeting", meetingId)
                .query(Bookings::row)
                .list();
    }

    /** Everything taken in this time, by time. */
    List<Booking> between(Instant from, Instant until) {
        return jdbc.sql(ROW + """
                         where b.released_at is null and tstzrange(b.taken_from, b.taken_until) && tstzrange(:from, :until)
                        order by b.taken_from, b.id
                        """)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query(Bookings::row)
                .list();
    }

    /** Somebody else's booking of it in this time. */
    Optional<Booking> inTheWay(UUID facilityId, Instant from, Instant until, UUID meetingId) {
        return jdbc.sql(ROW + """
                         where b.facility_id = :facility and b.meeting_id <> :meeting and b.released_at is null
                          and tstzrange(b.taken_from, b.taken_until) && tstzrange(:from, :until)
                        order by b.taken_from limit 1
                        """)
                .param("facility", facilityId)
                .param("meeting", meetingId)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query(Bookings::row)
                .optional();
    }

    /**
     * Pairs of bookings of one room or line that overlap: always empty, whatever was done. For tests that try everything.
     */
    public List<String> overlaps() {
        return jdbc.sql("""
                        select f.name || ': ' || a.meeting_id || ' / ' || b.meeting_id
                        from meetings.booking a
                        join meetings.booking b on b.facility_id = a.facility_id and b.id > a.id and b.released_at is null
                            and b.taken_from < a.taken_until and a.taken_from < b.taken_until
                        join meetings.facility f on f.id = a.facility_id
                        where a.released_at is null
                        """).query(String.class).list();
    }

    /** Bookings that do not cover their meeting, or whose meeting is not to be held: always empty. For tests that try everything. */
    public List<String> strays() {
        return jdbc.sql("""
                        select m.title from meetings.booking b join meetings.meeting m on m.id = b.meeting_id
                        where b.released_at is null and (m.cancelled_at is not null or m.merged_into is not null
                            or b.taken_from > m.starts_at or b.taken_until < m.ends_at)
                        """).query(String.class).list();
    }

    /** Waits for whoever is booking the same; in one order, so that two who book several do not wait for each other. */
    void lock(Collection<UUID> facilityIds) {
        jdbc.sql("select id from meetings.facility where id = any(:ids) order by id for update")
                .param("ids", Sql.ids(facilityIds))
                .query(UUID.class)
                .list();
    }

    void insert(Facility facility, UUID meetingId, Instant from, Instant until, Actor actor) {
        jdbc.sql("""
                insert into meetings.booking (id, facility_id, kind, meeting_id, taken_from, taken_until, booked_by, booked_at)
                values (:id, :facility, :kind, :meeting, :from, :until, :by, :now)
                """)
                .param("id", TimeOrderedIds.next(clock))
                .param("facility", facility.id())
                .param("kind", facility.kind().name())
                .param("meeting", meetingId)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("by", actor.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void reschedule(UUID id, Instant from, Instant until) {
        jdbc.sql("update meetings.booking set taken_from = :from, taken_until = :until where id = :id")
                .param("id", id)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .update();
    }

    void release(UUID id, Booking.Released why, @Nullable UUID takenBy) {
        jdbc.sql("""
                update meetings.booking set released_at = :now, released_why = :why, released_for = :for
                where id = :id and released_at is null
                """)
                .param("id", id)
                .param("why", why.name())
                .param("for", takenBy)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private static Booking row(ResultSet row, int number) throws SQLException {
        String why = row.getString("released_why");
        return new Booking(
                row.getObject("id", UUID.class),
                row.getObject("facility_id", UUID.class),
                FacilityKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("meeting_id", UUID.class),
                at(row, "taken_from"),
                at(row, "taken_until"),
                row.getObject("released_at") == null ? null : at(row, "released_at"),
                why == null ? null : Booking.Released.valueOf(why),
                row.getObject("released_for", UUID.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
