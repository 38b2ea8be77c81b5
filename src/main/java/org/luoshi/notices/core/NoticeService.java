package org.luoshi.notices.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.StandingUrge;
import org.luoshi.notices.UrgeResult;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts notices into inboxes and keeps the least gap between urges. */
@Component
@Transactional
public class NoticeService {

    private final JdbcClient jdbc;
    private final WorktimeApi worktime;
    private final NoticeSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    NoticeService(
            JdbcClient jdbc, WorktimeApi worktime, NoticeSettings settings, JsonMapper json, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.worktime = worktime;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    public void tell(NewNotice notice) {
        Set<UUID> people = Set.copyOf(notice.personIds());
        UUID[] ids = people.stream().map(person -> TimeOrderedIds.next(clock)).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into notices.notice
                            (id, person_id, text_key, arguments, href, subject_id, rule_key, day, created_at)
                        select told.id, told.person_id, :textKey, cast(:arguments as jsonb), :href, :subject, :ruleKey,
                            :day, :now
                        from unnest(:ids, :people) as told (id, person_id)
                        on conflict (person_id, text_key, subject_id, day) do nothing
                        """)
                .param("ids", ids)
                .param("people", Sql.ids(people))
                .param("textKey", notice.textKey())
                .param("arguments", json.writeValueAsString(notice.arguments()))
                .param("href", notice.href())
                .param("subject", notice.subjectId())
                .param("ruleKey", notice.ruleKey())
                .param("day", today())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** The gap is kept by the one row of unit and subject: of two officers who urge at the same moment one is told when it is possible again. */
    public UrgeResult urge(UUID unitId, NewNotice notice) {
        Instant now = clock.instant();
        Instant next = afterLeastGap(now);
        Optional<LastUrge> before = lastUrge(unitId, notice.subjectId());
        boolean sent = jdbc.sql("""
                        insert into notices.urge as last (unit_id, subject_id, sent_at, next_possible)
                        values (:unit, :subject, :now, :next)
                        on conflict (unit_id, subject_id) do update set sent_at = :now, next_possible = :next
                        where last.next_possible <= :now
                        """)
                        .param("unit", unitId)
                        .param("subject", notice.subjectId())
                        .param("now", Sql.at(now))
                        .param("next", Sql.at(next))
                        .update()
                == 1;
        if (sent) {
            tell(notice);
            return new UrgeResult(true, next, before.map(LastUrge::sentAt).orElse(null));
        }
        LastUrge standing = lastUrge(unitId, notice.subjectId()).orElseThrow();
        return new UrgeResult(false, standing.nextPossible(), standing.sentAt());
    }

    @Transactional(readOnly = true)
    public List<StandingUrge> standingUrges(Collection<UUID> subjectIds) {
        return jdbc.sql("""
                        select unit_id, subject_id, next_possible from notices.urge
                        where subject_id = any(:subjects) and next_possible > :now
                        """)
                .param("subjects", Sql.ids(subjectIds))
                .param("now", Sql.at(clock.instant()))
                .query(StandingUrge.class)
                .list();
    }

    public void markRead(UUID noticeId, Actor actor) {
        jdbc.sql("""
                        update notices.notice set read_at = :now
                        where id = :id and person_id = :person and read_at is null
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("id", noticeId)
                .param("person", actor.personId())
                .update();
    }

    public void markAllRead(Actor actor) {
        jdbc.sql("update notices.notice set read_at = :now where person_id = :person and read_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("person", actor.personId())
                .update();
    }

    /** Takes reminders back whose cause is gone: nobody is reminded of what was answered or moved. */
    void settle(Collection<UUID> noticeIds) {
        jdbc.sql("update notices.notice set read_at = :now where id = any(:ids) and read_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("ids", Sql.ids(noticeIds))
                .update();
    }

    private Instant afterLeastGap(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        return here.with(worktime.plusWorkingDays(here.toLocalDate(), settings.leastGap()))
                .toInstant();
    }

    private Optional<LastUrge> lastUrge(UUID unitId, UUID subjectId) {
        return jdbc.sql(
                        "select sent_at, next_possible from notices.urge where unit_id = :unit and subject_id = :subject")
                .param("unit", unitId)
                .param("subject", subjectId)
                .query(LastUrge.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    record LastUrge(Instant sentAt, Instant nextPossible) {}
}
