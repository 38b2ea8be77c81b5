package org.luoshi.ledger.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Rules, the switch and objections in the database. */
@Component
class AssessmentStore {

    private final JdbcClient jdbc;
    private final Freezer freezer;
    private final Clock clock;

    AssessmentStore(JdbcClient jdbc, Freezer freezer, Clock clock) {
        this.jdbc = jdbc;
        this.freezer = freezer;
        this.clock = clock;
    }

    Optional<AssessmentSwitch> lastSwitch() {
        return jdbc.sql("select switched_on, reason, changed_by, changed_at from ledger.assessment_switch")
                .query(AssessmentSwitch.class)
                .optional();
    }

    void turn(boolean on, String reason, Actor actor) {
        jdbc.sql("""
                insert into ledger.assessment_switch (switched_on, reason, changed_by, changed_at) values (:on, :reason, :by, :at)
                on conflict (only_row) do update set switched_on = excluded.switched_on, reason = excluded.reason,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("on", on)
                .param("reason", reason)
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    /** Newest first. */
    List<AssessmentRules> rules() {
        return jdbc.sql("select * from ledger.assessment_rules order by version desc")
                .query(this::rules)
                .list();
    }

    int addRules(AssessmentRules rules, Actor actor) {
        jdbc.sql("lock table ledger.assessment_rules in share row exclusive mode")
                .update();
        return jdbc.sql("""
                insert into ledger.assessment_rules (version, valid_from, title, base, lines, reason, made_by, made_at)
                values ((select max(version) + 1 from ledger.assessment_rules), :from, :title, :base, cast(:lines as jsonb), :reason, :by, :at)
                returning version
                """)
                .param("from", rules.validFrom())
                .param("title", rules.title())
                .param("base", rules.base())
                .param("lines", freezer.text(rules.lines()))
                .param("reason", rules.reason())
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private AssessmentRules rules(ResultSet row, int number) throws SQLException {
        return new AssessmentRules(
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("title"),
                row.getBigDecimal("base"),
                freezer.read(row.getString("lines"), new TypeReference<List<RuleLine>>() {}),
                row.getString("reason"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    /** Against events of these units (null: all) in a time, newest first. */
    List<AssessmentObjection> objections(@Nullable Set<UUID> units, Instant from, Instant before) {
        String only = units == null ? "" : " and unit_id = any(:units)";
        JdbcClient.StatementSpec statement = jdbc.sql(
                        "select * from ledger.assessment_objection where event_at >= :from and event_at < :before"
                                + only + " order by raised_at desc, id")
                .param("from", Sql.at(from))
                .param("before", Sql.at(before));
        return (units == null ? statement : statement.param("units", Sql.ids(units)))
                .query(AssessmentStore::objection)
                .list();
    }

    Optional<AssessmentObjection> objection(UUID id) {
        return jdbc.sql("select * from ledger.assessment_objection where id = :id")
                .param("id", id)
                .query(AssessmentStore::objection)
                .optional();
    }

    void insert(AssessmentObjection objection) {
        jdbc.sql("""
                insert into ledger.assessment_objection (id, version, unit_id, item_id, event, subject_id, assignment_id, event_at, reason,
                    raised_by, raised_by_id, raised_at, due, state)
                values (:id, 1, :unit, :item, :event, :subject, :assignment, :eventAt, :reason, :by, :byId, :at, :due, 'OPEN')
                """)
                .param("id", objection.id())
                .param("unit", objection.unitId())
                .param("item", objection.itemId())
                .param("event", objection.event().name())
                .param("subject", objection.subjectId())
                .param("assignment", objection.assignmentId())
                .param("eventAt", Sql.at(objection.eventAt()))
                .param("reason", objection.reason())
                .param("by", objection.raisedBy())
                .param("byId", objection.raisedById())
                .param("at", Sql.at(objection.raisedAt()))
                .param("due", Sql.at(objection.due()))
                .update();
    }

    boolean answer(UUID id, boolean accepted, String answer, Actor actor) {
        return jdbc.sql("""
                        update ledger.assessment_objection set version = version + 1, state = :state, answer = :answer, answered_by = :by,
                            answered_at = :at
                        where id = :id and state = 'OPEN'
                        """)
                        .param("state", accepted ? "ACCEPTED" : "REFUSED")
                        .param("answer", answer)
                        .param("by", actor.name())
                        .param("at", Sql.at(clock.instant()))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static AssessmentObjection objection(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new AssessmentObjection(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("unit_id", UUID.class),
                row.getObject("item_id", UUID.class),
                AssessmentEvent.valueOf(row.getString("event")),
                row.getObject("subject_id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("event_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("raised_by"),
                row.getObject("raised_by_id", UUID.class),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                AssessmentObjection.State.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getString("answered_by"),
                answered == null ? null : answered.toInstant());
    }
}
