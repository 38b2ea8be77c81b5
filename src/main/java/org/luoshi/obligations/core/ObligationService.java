package org.luoshi.obligations.core;

import static org.luoshi.obligations.core.ObligationError.UNKNOWN;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.luoshi.obligations.NewObligation;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes facts into the spine. Each can be told twice and is kept once. */
@Component
@Transactional
public class ObligationService {

    /** Stored instead of no role, see the migration. */
    static final String ANYONE = "ANYONE";

    private final JdbcClient jdbc;
    private final Clock clock;

    ObligationService(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void owe(NewObligation owed) {
        oweAll(List.of(owed));
    }

    /** Many in one statement. */
    public void oweAll(Collection<NewObligation> owed) {
        if (owed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into obligations.obligation (id, source_kind, source_id, unit_id, role, person_id,
                            kind_key, title, href, original_due, due, owed_at)
                        select id, source_kind, source_id, unit_id, role, person_id, kind_key, title, href, due, due, :now
                        from unnest(:ids, :sourceKinds, :sourceIds, :units, :roles, :people, :kinds, :titles, :hrefs,
                                    cast(:dues as timestamptz[]))
                            as t (id, source_kind, source_id, unit_id, role, person_id, kind_key, title, href, due)
                        on conflict (id) do nothing
                        """)
                .param("ids", array(owed, NewObligation::id, UUID[]::new))
                .param("sourceKinds", array(owed, NewObligation::sourceKind, String[]::new))
                .param("sourceIds", array(owed, NewObligation::sourceId, UUID[]::new))
                .param("units", array(owed, NewObligation::unitId, UUID[]::new))
                .param(
                        "roles",
                        array(
                                owed,
                                one -> one.role() == null ? ANYONE : one.role().name(),
                                String[]::new))
                .param("people", array(owed, NewObligation::personId, UUID[]::new))
                .param("kinds", array(owed, NewObligation::kindKey, String[]::new))
                .param("titles", array(owed, NewObligation::title, String[]::new))
                .param("hrefs", array(owed, NewObligation::href, String[]::new))
                .param(
                        "dues",
                        array(owed, one -> one.due() == null ? null : one.due().toString(), String[]::new))
                .param("now", now())
                .update();
    }

    private static <R> R[] array(
            Collection<NewObligation> owed, Function<NewObligation, @Nullable R> value, IntFunction<R[]> maker) {
        return owed.stream().map(value).toArray(maker);
    }

    /** An activity told again after its obligation was reopened does not meet it once more: it was the one sent back. */
    public void meet(Collection<UUID> obligationIds, String activityKind, UUID activityId, Instant at, Actor by) {
        jdbc.sql("""
                        with met as (
                            insert into obligations.obligation_activity
                                (obligation_id, activity_id, activity_kind, happened_at, by_person_id)
                            select id, :activity, :kind, :at, :by from obligations.obligation where id = any(:ids)
                            on conflict (obligation_id, activity_id) do nothing
                            returning obligation_id)
                        update obligations.obligation set met_at = least(met_at, :at)
                        where id in (select obligation_id from met)
                        """)
                .param("activity", activityId)
                .param("kind", activityKind)
                .param("at", Sql.at(at))
                .param("by", by.personId())
                .param("ids", Sql.ids(obligationIds))
                .update();
    }

    public void reopen(UUID id, @Nullable Instant due, String reason) {
        Standing standing = lock(id);
        if (standing.isOpen() && Objects.equals(standing.due(), due)) {
            return;
        }
        jdbc.sql("""
                        update obligations.obligation
                        set met_at = null, ending = null, ended_at = null, ended_reason = null, due = :due where id = :id
                        """).param("id", id).param("due", Sql.at(due)).update();
        keepMove(id, standing.due(), due, true, reason);
    }

    public void move(UUID id, @Nullable Instant due, String reason) {
        Standing standing = lock(id);
        if (Objects.equals(standing.due(), due)) {
            return;
        }
        jdbc.sql("update obligations.obligation set due = :due where id = :id")
                .param("id", id)
                .param("due", Sql.at(due))
                .update();
        keepMove(id, standing.due(), due, false, reason);
    }

    public void release(UUID id, String reason) {
        end(id, "NOT_APPLICABLE", reason);
    }

    public void excuse(UUID id, String reason) {
        end(id, "EXCUSED", reason);
    }

    public void releaseAllOf(String sourceKind, UUID sourceId, String reason) {
        jdbc.sql("""
                        update obligations.obligation
                        set ending = 'NOT_APPLICABLE', ended_at = :now, ended_reason = :reason
                        where source_kind = :kind and source_id = :source and met_at is null and ending is null
                        """)
                .param("now", now())
                .param("reason", reason)
                .param("kind", sourceKind)
                .param("source", sourceId)
                .update();
    }

    public void handTo(UUID id, UUID unitId, @Nullable UUID personId) {
        lock(id);
        jdbc.sql(handOver("""
                        id = :id and (unit_id, person_id) is distinct from (:unit, cast(:person as uuid))
                        """, ":unit", "cast(:person as uuid)"))
                .param("id", id)
                .param("unit", unitId)
                .param("person", personId)
                .param("now", now())
                .update();
    }

    /** What is still open moves to the unit that took over; what is met or ended stays where it was. */
    void unitMerged(UUID unitId, UUID intoId) {
        jdbc.sql(handOver("unit_id = :from and met_at is null and ending is null", ":into", "o.person_id"))
                .param("from", unitId)
                .param("into", intoId)
                .param("now", now())
                .update();
    }

    /** A person's own matters in a unit go to the successor, or without one back to the unit. */
    void personLeft(UUID unitId, UUID personId, @Nullable UUID successorId) {
        jdbc.sql(handOver("""
                        unit_id = :unit and person_id = :leaver and met_at is null and ending is null
                        """, "o.unit_id", "cast(:successor as uuid)"))
                .param("unit", unitId)
                .param("leaver", personId)
                .param("successor", successorId)
                .param("now", now())
                .update();
    }

    private void end(UUID id, String ending, String reason) {
        lock(id);
        jdbc.sql("""
                        update obligations.obligation set ending = :ending, ended_at = :now, ended_reason = :reason
                        where id = :id and met_at is null and ending is null
                        """)
                .param("id", id)
                .param("ending", ending)
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    private static String handOver(String which, String toUnit, String toPerson) {
        return """
                with before as (select * from obligations.obligation where %s for update),
                     moved as (
                         update obligations.obligation o set unit_id = %s, person_id = %s
                         from before where o.id = before.id
                         returning o.id, before.unit_id as from_unit, o.unit_id as to_unit,
                             before.person_id as from_person, o.person_id as to_person)
                insert into obligations.hand_over (obligation_id, number, handed_at, from_unit_id, to_unit_id,
                    from_person_id, to_person_id)
                select id, (select count(*) + 1 from obligations.hand_over h where h.obligation_id = moved.id), :now,
                    from_unit, to_unit, from_person, to_person
                from moved
                """.formatted(which, toUnit, toPerson);
    }

    private void keepMove(UUID id, @Nullable Instant from, @Nullable Instant to, boolean reopened, String reason) {
        jdbc.sql("""
                        insert into obligations.due_move
                            (obligation_id, number, moved_at, from_due, to_due, reopened, reason)
                        values (:id, (select count(*) + 1 from obligations.due_move where obligation_id = :id), :now,
                            :from, :to, :reopened, :reason)
                        """)
                .param("id", id)
                .param("now", now())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .param("reopened", reopened)
                .param("reason", reason)
                .update();
    }

    private Standing lock(UUID id) {
        return jdbc.sql("select due, met_at, ending from obligations.obligation where id = :id for update")
                .param("id", id)
                .query(Standing.class)
                .optional()
                .orElseThrow(() -> UNKNOWN.with(Map.of("id", id)));
    }

    private @Nullable Object now() {
        return Sql.at(clock.instant());
    }

    /** What decides whether a fact changes anything. */
    record Standing(
            @Nullable Instant due,
            @Nullable Instant metAt,
            @Nullable String ending) {

        boolean isOpen() {
            return metAt == null && ending == null;
        }
    }
}
