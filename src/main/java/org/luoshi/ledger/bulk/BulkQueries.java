package org.luoshi.ledger.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes of bulk steps, for the one who took them. */
@Component
@Transactional(readOnly = true)
public class BulkQueries {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BulkQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public BulkOutcome outcome(UUID id, Actor viewer) {
        record Head(UUID id, BulkAction action, String person, Instant happenedAt) {}
        Head head = jdbc.sql("""
                select id, action, person, happened_at from ledger.bulk_step where id = :id and person_id = :person
                """)
                .param("id", id)
                .param("person", viewer.personId())
                .query(Head.class)
                .optional()
                .orElseThrow(() -> BulkError.UNKNOWN.with(Map.of("id", id)));
        List<BulkOutcome.Line> lines = jdbc.sql("""
                select item_id, reference, title, unit, refusal, details from ledger.bulk_outcome
                where bulk_id = :id order by position
                """)
                .param("id", id)
                .query((row, n) -> new BulkOutcome.Line(
                        row.getObject("item_id", UUID.class),
                        row.getString("reference"),
                        row.getString("title"),
                        row.getString("unit"),
                        row.getString("refusal"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
        return new BulkOutcome(head.id(), head.action(), head.person(), head.happenedAt(), lines);
    }
}
