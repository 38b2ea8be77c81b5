package org.luoshi.study.core;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lines of plans as rows. */
@Component
class StudyPlanStore {

    private static final String ROW = """
            select id, version, branch_id, year, month, theme, source_text, material_id, kind, lecturer, group_id, activity_id
            from study.plan_row
            """;

    private final JdbcClient jdbc;

    StudyPlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PlanRow> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(PlanRow.class)
                .optional();
    }

    List<PlanRow> of(UUID branchId, int year) {
        return jdbc.sql(ROW + " where branch_id = :branch and year = :year order by month, id")
                .param("branch", branchId)
                .param("year", year)
                .query(PlanRow.class)
                .list();
    }

    List<PlanRow> using(UUID branchId) {
        return jdbc.sql(ROW + " where branch_id = :branch and material_id is not null order by year desc, month, id")
                .param("branch", branchId)
                .query(PlanRow.class)
                .list();
    }

    Optional<PlanRow> ofActivity(UUID activityId) {
        return jdbc.sql(ROW + " where activity_id = :id")
                .param("id", activityId)
                .query(PlanRow.class)
                .optional();
    }

    void insert(PlanRow row) {
        write(row, jdbc.sql("""
                insert into study.plan_row (id, version, branch_id, year, month, theme, source_text, material_id, kind, lecturer, group_id)
                values (:id, :version, :branch, :year, :month, :theme, :source, :material, :kind, :lecturer, :group)
                """))
                .param("branch", row.branchId())
                .param("year", row.year())
                .update();
    }

    /** False where somebody changed it meanwhile. */
    boolean update(PlanRow row) {
        return write(row, jdbc.sql("""
                        update study.plan_row set version = version + 1, month = :month, theme = :theme, source_text = :source,
                            material_id = :material, kind = :kind, lecturer = :lecturer, group_id = :group
                        where id = :id and version = :version
                        """)).update() == 1;
    }

    private static StatementSpec write(PlanRow row, StatementSpec sql) {
        return sql.param("id", row.id())
                .param("version", row.version())
                .param("month", row.month())
                .param("theme", row.theme())
                .param("source", row.sourceText())
                .param("material", row.materialId())
                .param("kind", row.kind())
                .param("lecturer", row.lecturer())
                .param("group", row.groupId());
    }

    /** False where somebody changed it meanwhile. */
    boolean tie(UUID id, int version, UUID activityId) {
        return jdbc.sql("""
                        update study.plan_row set version = version + 1, activity_id = :activity
                        where id = :id and version = :version
                        """)
                        .param("id", id)
                        .param("version", version)
                        .param("activity", activityId)
                        .update()
                == 1;
    }

    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from study.plan_row where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }
}
