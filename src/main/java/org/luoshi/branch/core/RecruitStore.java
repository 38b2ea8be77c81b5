package org.luoshi.branch.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recruits and the days of their way as rows. */
@Component
class RecruitStore {

    private static final String ROW =
            "select id, version, branch_id, person_id, stage, ended_on, purge_on from branch.recruit";

    private final JdbcClient jdbc;
    private final Clock clock;

    RecruitStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False where this person is on the way already. */
    boolean insert(Recruit recruit) {
        return jdbc.sql("""
                        insert into branch.recruit (id, version, branch_id, person_id, stage) values (:id, 1, :branch, :person, :stage)
                        on conflict do nothing
                        """)
                        .param("id", recruit.id())
                        .param("branch", recruit.branchId())
                        .param("person", recruit.personId())
                        .param("stage", recruit.stage().name())
                        .update()
                == 1;
    }

    /** False where somebody changed it meanwhile. */
    boolean update(Recruit recruit) {
        return jdbc.sql("""
                        update branch.recruit set version = version + 1, stage = :stage, ended_on = :ended, purge_on = :purge
                        where id = :id and version = :version
                        """)
                        .param("id", recruit.id())
                        .param("version", recruit.version())
                        .param("stage", recruit.stage().name())
                        .param("ended", recruit.endedOn())
                        .param("purge", recruit.purgeOn())
                        .update()
                == 1;
    }

    void add(RecruitEvent event, Actor by) {
        jdbc.sql("""
                insert into branch.recruit_event (id, recruit_id, step, on_day, noted_by, noted_at)
                values (:id, :recruit, :step, :day, :by, :now)
                """)
                .param("id", TimeOrderedIds.next(clock))
                .param("recruit", event.recruitId())
                .param("step", event.step().name())
                .param("day", event.onDay())
                .param("by", by.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    Optional<Recruit> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(Recruit.class)
                .optional();
    }

    List<Recruit> of(UUID branchId) {
        return jdbc.sql(ROW + " where branch_id = :branch order by stage in ('FULL', 'ENDED'), id")
                .param("branch", branchId)
                .query(Recruit.class)
                .list();
    }

    List<Recruit> underWay() {
        return jdbc.sql(ROW + " where stage not in ('FULL', 'ENDED') order by branch_id, id")
                .query(Recruit.class)
                .list();
    }

    /** Oldest first. */
    Map<UUID, List<RecruitEvent>> events(Collection<UUID> recruits) {
        return jdbc
                .sql(
                        "select recruit_id, step, on_day from branch.recruit_event where recruit_id = any(:ids) order by on_day, id")
                .param("ids", Sql.ids(recruits))
                .query(RecruitEvent.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(RecruitEvent::recruitId));
    }

    /** Deletes those that ended and have had their time; how many. */
    int purge(LocalDate today) {
        return jdbc.sql("delete from branch.recruit where purge_on <= :today")
                .param("today", today)
                .update();
    }
}
