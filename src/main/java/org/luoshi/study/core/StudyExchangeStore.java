package org.luoshi.study.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.PlannedActivity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of speakers as rows. */
@Component
class StudyExchangeStore {

    private final JdbcClient jdbc;
    private final BranchApi branch;

    StudyExchangeStore(JdbcClient jdbc, BranchApi branch) {
        this.jdbc = jdbc;
        this.branch = branch;
    }

    record Speaker(UUID reflectionId, int place, int minutes) {}

    /** 0 where there is no list yet. */
    int version(UUID activityId) {
        return jdbc.sql("select version from study.exchange where activity_id = :id")
                .param("id", activityId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    List<Speaker> speakers(UUID activityId) {
        return jdbc.sql("""
                        select reflection_id, place, minutes from study.speaker where activity_id = :id order by place, reflection_id
                        """).param("id", activityId).query(Speaker.class).list();
    }

    List<UUID> withList(UUID branchId) {
        return jdbc.sql("select activity_id from study.exchange where branch_id = :branch")
                .param("branch", branchId)
                .query(UUID.class)
                .list();
    }

    /** These and no others. False where somebody changed the list meanwhile. */
    boolean save(UUID activityId, UUID branchId, int version, List<Speaker> speakers) {
        Optional<Integer> saved = jdbc.sql("""
                        insert into study.exchange (activity_id, version, branch_id) values (:id, 1, :branch)
                        on conflict (activity_id) do update set version = study.exchange.version + 1
                            where study.exchange.version = :version
                        returning version
                        """)
                .param("id", activityId)
                .param("branch", branchId)
                .param("version", version)
                .query(Integer.class)
                .optional();
        if (saved.filter(now -> now == version + 1).isEmpty()) {
            return false;
        }
        jdbc.sql("delete from study.speaker where activity_id = :id")
                .param("id", activityId)
                .update();
        for (Speaker speaker : speakers) {
            jdbc.sql("""
                    insert into study.speaker (activity_id, reflection_id, place, minutes)
                    values (:id, :reflection, :place, :minutes)
                    """)
                    .param("id", activityId)
                    .param("reflection", speaker.reflectionId())
                    .param("place", speaker.place())
                    .param("minutes", speaker.minutes())
                    .update();
        }
        return true;
    }

    void takeOffOpenLists(UUID reflectionId) {
        List<UUID> lists = jdbc.sql("select activity_id from study.speaker where reflection_id = :id")
                .param("id", reflectionId)
                .query(UUID.class)
                .list();
        List<UUID> open = branch.activities(lists).values().stream()
                .filter(PlannedActivity::isOpen)
                .map(PlannedActivity::id)
                .toList();
        for (UUID activity : open) {
            jdbc.sql("delete from study.speaker where activity_id = :activity and reflection_id = :id")
                    .param("activity", activity)
                    .param("id", reflectionId)
                    .update();
        }
    }
}
