package org.luoshi.ledger.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a ledger by chance into the tables: any state, any order of instants, also what the services would hardly make. */
final class InventedFacts {

    private static final List<String> STATES = List.of(
            "TO_SIGN",
            "SIGNED",
            "WORKING",
            "SUBMITTED",
            "ACCEPTED",
            "ACCEPTED",
            "RETURNED",
            "STOPPED",
            "WAIVED",
            "MOVED",
            "PLANNED");
    private static final Instant FIRST = Instant.parse("2024-11-20T00:00:00Z");

    private final JdbcClient jdbc;
    private final Random chance;
    private final List<UUID> units;
    private final List<UUID> leaders;
    private final List<UUID> sources;

    InventedFacts(JdbcClient jdbc, long seed, List<UUID> units, List<UUID> leaders) {
        this.jdbc = jdbc;
        this.chance = new Random(seed);
        this.units = units;
        this.leaders = leaders;
        this.sources = List.of(source("INSTRUCTION"), source("MEETING"));
    }

    private UUID source(String kind) {
        UUID id = id();
        jdbc.sql("""
                insert into ledger.source (id, version, kind, title, body, triage, officer_id, unit_id, registered_at, folded)
                values (:id, 1, :kind, '随机来源', '', 'SUPERVISED', :id, :id, :at, '')
                """)
                .param("id", id)
                .param("kind", kind)
                .param("at", Sql.at(FIRST))
                .update();
        return id;
    }

    UUID id() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    private Instant any() {
        return FIRST.plus(Duration.ofMinutes(chance.nextInt(60 * 24 * 480)));
    }

    private @Nullable Instant maybe(int percent) {
        return chance.nextInt(100) < percent ? any() : null;
    }

    private <T> T of(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    UUID item() {
        UUID id = id();
        boolean off = chance.nextInt(8) == 0;
        Instant closed = off ? null : maybe(50);
        String state = closed != null ? "CLOSED" : off ? "CANCELLED" : "IN_PROGRESS";
        jdbc.sql("""
                insert into ledger.item (id, version, title, source_id, state, limit_class, cycle, officer_id, office_unit_id, leader_post_id,
                    created_at, filed_at, issued_at, closed_at, ending, ended_at, last_activity_at, is_open, lead_unit_id, folded)
                values (:id, 1, '随机事项', :source, :state, :class, 'ONCE', :id, :id, :leader, :at, :filed, :issued, :closed, :ending, :ended, :at, :open,
                    :lead, '')
                """)
                .param("id", id)
                .param("source", chance.nextInt(5) == 0 ? null : of(sources))
                .param("state", state)
                .param("class", chance.nextBoolean() ? "GENERAL" : null)
                .param("leader", chance.nextInt(4) == 0 ? null : of(leaders))
                .param("at", Sql.at(any()))
                .param("filed", Sql.at(maybe(90)))
                .param("issued", Sql.at(maybe(80)))
                .param("closed", Sql.at(closed))
                .param("ending", off ? "WITHDRAWN" : null)
                .param("ended", off ? Sql.at(any()) : null)
                .param("open", closed == null && !off)
                .param("lead", of(units))
                .update();
        units.forEach(unit -> part(id, unit));
        if (chance.nextInt(3) == 0) {
            jdbc.sql("""
                    insert into ledger.revisit (id, item_id, result, findings, person_id, person, happened_at)
                    values (:id, :item, :result, '', :item, '', :at)
                    """)
                    .param("id", id())
                    .param("item", id)
                    .param("result", chance.nextBoolean() ? "CURED" : "RELAPSED")
                    .param("at", Sql.at(any()))
                    .update();
            jdbc.sql("""
                    insert into ledger.leader_word (id, item_id, agreed, words, person, said_at) values (:id, :item, true, :words, '', :at)
                    """)
                    .param("id", id())
                    .param("item", id)
                    .param("words", chance.nextBoolean() ? "很好" : " ")
                    .param("at", Sql.at(any()))
                    .update();
        }
        return id;
    }

    private void part(UUID item, UUID unit) {
        UUID id = id();
        String state = of(STATES);
        jdbc.sql("""
                insert into ledger.assignment (id, version, item_id, unit_id, part, position, state, state_before, issued_at, sign_due, signed_at,
                    original_due, due, stopped_at, accepted_at, last_activity_at)
                values (:id, 1, :item, :unit, 'CO', 0, :state, 'SUBMITTED', :issued, :signDue, :signed, :due, :due, :stopped, :accepted,
                    greatest(:issued::timestamptz, :accepted::timestamptz))
                """)
                .param("id", id)
                .param("item", item)
                .param("unit", unit)
                .param("state", state)
                .param("issued", state.equals("PLANNED") ? null : Sql.at(any()))
                .param("signDue", state.equals("PLANNED") ? null : Sql.at(any()))
                .param("signed", Sql.at(maybe(70)))
                .param("due", Sql.at(maybe(85)))
                .param("stopped", state.equals("STOPPED") ? Sql.at(any()) : null)
                .param("accepted", state.equals("ACCEPTED") ? Sql.at(any()) : null)
                .update();
        for (int i = chance.nextInt(3); i > 0; i--) {
            due(id);
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            report(item, id, unit, i);
        }
        if (chance.nextInt(4) == 0) {
            extension(item, id, unit);
        }
    }

    private void due(UUID part) {
        jdbc.sql("""
                insert into ledger.feedback_due (id, assignment_id, kind, period, due, met_at, released_at)
                values (:id, :part, :kind, :id::text, :due, :met, :released)
                """)
                .param("id", id())
                .param("part", part)
                .param("kind", of(List.of("FIRST", "PERIODIC", "FINAL")))
                .param("due", Sql.at(any()))
                .param("met", Sql.at(maybe(60)))
                .param("released", Sql.at(maybe(20)))
                .update();
    }

    /** Nothing is decided on before it was submitted, and to submit is an activity of the part. */
    private void report(UUID item, UUID part, UUID unit, int number) {
        UUID id = id();
        Instant submitted = any();
        jdbc.sql("""
                insert into ledger.feedback (id, version, unit_id, kind, state, body, drafted_by, drafted_at, submitted_at)
                values (:id, 1, :unit, :kind, 'SUBMITTED', '', '', :at, :at)
                """)
                .param("id", id)
                .param("unit", unit)
                .param("kind", of(List.of("FINAL", "PERIODIC")))
                .param("at", Sql.at(submitted))
                .update();
        String state = of(List.of("SUBMITTED", "ACCEPTED", "REJECTED"));
        jdbc.sql("""
                insert into ledger.feedback_target (feedback_id, assignment_id, item_id, number, state, decided_at)
                values (:id, :part, :item, :number, :state, :at)
                """)
                .param("id", id)
                .param("part", part)
                .param("item", item)
                .param("number", number)
                .param("state", state)
                .param(
                        "at",
                        state.equals("SUBMITTED") ? null : Sql.at(submitted.plus(Duration.ofMinutes(number(30_000)))))
                .update();
        jdbc.sql(
                        "update ledger.assignment set last_activity_at = greatest(last_activity_at, :at::timestamptz) where id = :id")
                .param("at", Sql.at(submitted))
                .param("id", part)
                .update();
    }

    private void extension(UUID item, UUID part, UUID unit) {
        jdbc.sql("""
                insert into ledger.change_request (id, version, item_id, assignment_id, kind, state, reason, asked_by, asked_by_id, asking_unit_id,
                    asked_at, decided_at)
                values (:id, 1, :item, :part, 'EXTENSION', :state, '', '', :item, :unit, :at, :at)
                """)
                .param("id", id())
                .param("item", item)
                .param("part", part)
                .param("unit", unit)
                .param("state", of(List.of("GRANTED", "REFUSED")))
                .param("at", Sql.at(any()))
                .update();
        jdbc.sql("""
                insert into ledger.date_change (id, item_id, assignment_id, kind, before, after, decided_by, changed_at)
                values (:id, :item, :part, :kind, null, :after, '', :at)
                """)
                .param("id", id())
                .param("item", item)
                .param("part", part)
                .param("kind", of(List.of("EXTENDED", "RESUMED", "BY_HAND")))
                .param("after", Sql.at(any()))
                .param("at", Sql.at(any()))
                .update();
    }

    /** Something happens to what was written before. */
    void change(UUID item) {
        switch (chance.nextInt(6)) {
            case 0 ->
                jdbc.sql("update ledger.item set closed_at = :at, is_open = false, state = 'CLOSED' where id = :id")
                        .param("at", Sql.at(any()))
                        .param("id", item)
                        .update();
            case 1 ->
                jdbc.sql("update ledger.item set lead_unit_id = :unit, leader_post_id = :leader where id = :id")
                        .param("unit", of(units))
                        .param("leader", of(leaders))
                        .param("id", item)
                        .update();
            case 2 ->
                jdbc.sql(
                                "update ledger.assignment set state = :state, signed_at = :at, due = :at, last_activity_at = greatest(last_activity_at, :at::timestamptz) where item_id = :id and state not in ('MOVED', 'PLANNED')")
                        .param("state", of(List.of("SIGNED", "ACCEPTED", "WAIVED", "STOPPED", "MOVED")))
                        .param("at", Sql.at(any()))
                        .param("id", item)
                        .update();
            case 3 -> jdbc.sql("""
                        update ledger.item set ending = 'ROUTINE', ended_at = :at, is_open = false, state = 'CANCELLED' where id = :id
                        """).param("at", Sql.at(any())).param("id", item).update();
            case 4 ->
                jdbc.sql("""
                        update ledger.feedback_due set met_at = :at
                        where assignment_id in (select id from ledger.assignment where item_id = :id)
                        """).param("at", Sql.at(maybe(70))).param("id", item).update();
            default ->
                jdbc.sql("""
                        update ledger.feedback_target t set state = 'REJECTED', decided_at = greatest(:at, f.submitted_at)
                        from ledger.feedback f where f.id = t.feedback_id and t.item_id = :id
                        """).param("at", Sql.at(any())).param("id", item).update();
        }
    }

    /** Other tests share the ledger. What was submitted cannot be deleted and belongs to nobody then. */
    void remove(UUID item) {
        String parts = " in (select id from ledger.assignment where item_id = :id)";
        List.of(
                        "delete from ledger.revisit where item_id = :id",
                        "delete from ledger.leader_word where item_id = :id",
                        "delete from ledger.date_change where item_id = :id",
                        "delete from ledger.change_request where item_id = :id",
                        "delete from ledger.feedback_target where item_id = :id",
                        "delete from ledger.feedback_due where assignment_id" + parts,
                        "delete from ledger.standstill where item_id = :id",
                        "delete from ledger.assignment where item_id = :id",
                        "delete from ledger.figure_month where unit_id = any(:units)",
                        "delete from ledger.figure_share where item_id = :id",
                        "delete from ledger.figure_stale where item_id = :id",
                        "delete from ledger.item where id = :id")
                .forEach(sql -> jdbc.sql(sql)
                        .param("id", item)
                        .param("units", Sql.ids(units))
                        .update());
    }

    LocalDate day() {
        return LocalDate.of(2024, 12, 1).plusDays(chance.nextInt(420));
    }

    int number(int below) {
        return chance.nextInt(below);
    }
}
