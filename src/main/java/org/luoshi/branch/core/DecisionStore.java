package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was agreed, and whether it has been done. */
@Component
class DecisionStore {

    private static final String ROW = """
            select id, activity_id, number, text, owner_id, due, item_id, done_on, done_note from branch.decision
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Decision> of(UUID activityId) {
        return jdbc.sql(ROW + " where activity_id = :id order by number")
                .param("id", activityId)
                .query(Decision.class)
                .list();
    }

    Optional<Decision> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(Decision.class)
                .optional();
    }

    void insert(Decision decision) {
        jdbc.sql("""
                insert into branch.decision (id, activity_id, number, text, owner_id, due)
                values (:id, :activity, :number, :text, :owner, :due)
                """)
                .param("id", decision.id())
                .param("activity", decision.activityId())
                .param("number", decision.number())
                .param("text", decision.text())
                .param("owner", decision.ownerId())
                .param("due", decision.due())
                .update();
    }

    void followUp(UUID id, UUID itemId) {
        jdbc.sql("update branch.decision set item_id = :item where id = :id")
                .param("id", id)
                .param("item", itemId)
                .update();
    }

    void done(UUID id, LocalDate on, String note) {
        jdbc.sql("update branch.decision set done_on = :on, done_note = :note where id = :id")
                .param("id", id)
                .param("on", on)
                .param("note", note)
                .update();
    }
}
