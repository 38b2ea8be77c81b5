package org.luoshi.meetings.venue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes sites and what they answered. */
@Component
class SiteStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<VideoSite> of(UUID meetingId) {
        Map<UUID, Map<CallStep, VideoSite.Call>> calls = new HashMap<>();
        jdbc.sql("""
                select c.site_id, c.step, c.well, c.noted_at from meetings.site_call c join meetings.site s on s.id = c.site_id
                where s.meeting_id = :meeting
                """).param("meeting", meetingId).query(row -> {
            calls.computeIfAbsent(row.getObject("site_id", UUID.class), id -> new EnumMap<>(CallStep.class))
                    .put(
                            CallStep.valueOf(row.getString("step")),
                            new VideoSite.Call(row.getBoolean("well"), at(row, "noted_at")));
        });
        Map<UUID, List<VideoSite.DropOut>> dropOuts = new HashMap<>();
        jdbc.sql("""
                select d.site_id, d.dropped_at, d.back_at from meetings.site_drop_out d join meetings.site s on s.id = d.site_id
                where s.meeting_id = :meeting order by d.dropped_at, d.id
                """).param("meeting", meetingId).query(row -> {
            dropOuts.computeIfAbsent(row.getObject("site_id", UUID.class), id -> new ArrayList<>())
                    .add(new VideoSite.DropOut(
                            at(row, "dropped_at"), row.getObject("back_at") == null ? null : at(row, "back_at")));
        });
        return jdbc.sql("""
                        select id, meeting_id, unit_id, name, contact, telephone, reserve_line, place from meetings.site
                        where meeting_id = :meeting order by place, name
                        """)
                .param("meeting", meetingId)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new VideoSite(
                            id,
                            row.getObject("meeting_id", UUID.class),
                            row.getObject("unit_id", UUID.class),
                            row.getString("name"),
                            row.getString("contact"),
                            row.getString("telephone"),
                            row.getString("reserve_line"),
                            row.getInt("place"),
                            calls.getOrDefault(id, Map.of()),
                            dropOuts.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<VideoSite> find(UUID meetingId, UUID siteId) {
        return of(meetingId).stream().filter(one -> one.id().equals(siteId)).findFirst();
    }

    /** False where the meeting has a site of this name. */
    boolean insert(UUID id, UUID meetingId, NewSite site) {
        return jdbc.sql("""
                        insert into meetings.site (id, meeting_id, unit_id, name, contact, telephone, reserve_line, place)
                        select :id, :meeting, :unit, :name, :contact, :telephone, :reserve,
                            coalesce((select max(place) from meetings.site where meeting_id = :meeting), 0) + 1
                        on conflict (meeting_id, name) do nothing
                        """)
                        .param("id", id)
                        .param("meeting", meetingId)
                        .param("unit", site.unitId())
                        .param("name", site.name())
                        .param("contact", site.contact())
                        .param("telephone", site.telephone())
                        .param("reserve", site.reserveLine())
                        .update()
                == 1;
    }

    void remove(UUID siteId) {
        jdbc.sql("delete from meetings.site where id = :id").param("id", siteId).update();
    }

    /** What they answered goes with them; a site that the other meeting has by name stays where it is. */
    void handOver(UUID from, UUID into) {
        jdbc.sql("""
                update meetings.site s set meeting_id = :into where s.meeting_id = :from
                  and not exists (select 1 from meetings.site o where o.meeting_id = :into and o.name = s.name)
                """).param("from", from).param("into", into).update();
    }

    void note(UUID siteId, CallStep step, boolean well, Actor actor) {
        jdbc.sql("""
                insert into meetings.site_call (site_id, step, well, noted_at, noted_by) values (:site, :step, :well, :now, :by)
                on conflict (site_id, step) do update set well = excluded.well, noted_at = excluded.noted_at, noted_by = excluded.noted_by
                """)
                .param("site", siteId)
                .param("step", step.name())
                .param("well", well)
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.personId())
                .update();
    }

    void forget(UUID siteId, CallStep step) {
        jdbc.sql("delete from meetings.site_call where site_id = :site and step = :step")
                .param("site", siteId)
                .param("step", step.name())
                .update();
    }

    void dropOut(UUID siteId) {
        jdbc.sql("""
                insert into meetings.site_drop_out (id, site_id, dropped_at) values (:id, :site, :now) on conflict do nothing
                """)
                .param("id", TimeOrderedIds.next(clock))
                .param("site", siteId)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void back(UUID siteId) {
        jdbc.sql(
                        "update meetings.site_drop_out set back_at = greatest(:now, dropped_at) where site_id = :site and back_at is null")
                .param("site", siteId)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
