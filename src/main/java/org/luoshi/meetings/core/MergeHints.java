package org.luoshi.meetings.core;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two meetings close together with mostly the same people could be one sitting (domain/meetings.md, "Merge hint"). */
@Component
@Transactional(readOnly = true)
public class MergeHints {

    private static final Duration WITHIN = Duration.ofDays(3);
    private static final int SAME_PERCENT = 70;

    private final JdbcClient jdbc;
    private final MeetingQueries queries;

    MergeHints(JdbcClient jdbc, MeetingQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** @param samePercent how many of the smaller circle are in the other one too */
    public record MergeHint(Meeting other, int samePercent) {}

    private record Shared(UUID otherId, int samePercent) {}

    /** Open meetings within three days with at least 70 % of the same units and people; the chair alone makes no circle. */
    public List<MergeHint> of(Meeting meeting, Actor viewer) {
        List<Shared> shared = jdbc.sql("""
                        with near as (
                            select m.id from meetings.meeting m
                            where m.id <> :id and m.starts_at > :from and m.starts_at < :before and m.submitted_at is not null
                              and m.held_at is null and m.cancelled_at is null and m.merged_into is null),
                        looked_at as (select id from near union select cast(:id as uuid)),
                        circle as (
                            select i.meeting_id, i.unit_id as who from looked_at l join meetings.invited_unit i on i.meeting_id = l.id
                            union
                            select a.meeting_id, coalesce(a.person_id, a.unit_id) from looked_at l
                            join meetings.attendee a on a.meeting_id = l.id
                            where coalesce(a.person_id, a.unit_id) is not null and a.part not in ('CHAIR', 'STAFF')),
                        mine as (select who from circle where meeting_id = :id)
                        select near.id as other_id,
                               cast(100 * count(*) filter (where c.who in (select who from mine))
                                    / least(count(*), (select count(*) from mine)) as int) as same_percent
                        from near join circle c on c.meeting_id = near.id
                        where (select count(*) from mine) > 1
                        group by near.id having count(*) > 1
                        """)
                .param("id", meeting.id())
                .param("from", Sql.at(meeting.startsAt().minus(WITHIN)))
                .param("before", Sql.at(meeting.startsAt().plus(WITHIN)))
                .query(Shared.class)
                .list();
        return shared.stream()
                .filter(one -> one.samePercent() >= SAME_PERCENT)
                .map(one -> new MergeHint(queries.require(one.otherId(), viewer), one.samePercent()))
                .toList();
    }
}
