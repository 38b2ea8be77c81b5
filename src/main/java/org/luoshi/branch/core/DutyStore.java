package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.branch.rules.RuleSubject;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Duties as rows: what was worked out last, and how much of it the desk knows. */
@Component
class DutyStore {

    private static final String ROW = """
            select d.id, d.branch_id, d.rule_id, d.subject, d.subject_id, d.owner_id, d.period, d.from_day, d.to_day, d.care, d.met_on,
                   d.asked, d.activity_ids, d.wanted, d.done, d.on_desk, e.reason as excuse
            from branch.duty d left join branch.excuse e on e.duty_id = d.id
            """;

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the spine was told of a duty last. */
    enum OnDesk {
        NO,
        OPEN,
        MET,
        EXCUSED,
        RELEASED
    }

    /** A duty as kept; {@code asked} false where it is no duty any more. */
    record Kept(Duty duty, OnDesk onDesk, boolean asked) {}

    /** One writer per branch at a time, until the transaction ends. */
    void lock(UUID branchId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:branch, 0))")
                .param("branch", "branch.duty/" + branchId)
                .query(Object.class)
                .list();
    }

    Map<UUID, Kept> of(UUID branchId, int year) {
        return jdbc
                .sql(ROW + " where d.branch_id = :branch and d.year = :year")
                .param("branch", branchId)
                .param("year", year)
                .query(DutyStore::kept)
                .list()
                .stream()
                .collect(Collectors.toMap(kept -> kept.duty().id(), Function.identity()));
    }

    /** Those of these ids that are kept, of whichever branch. */
    List<Kept> find(Collection<UUID> ids) {
        return jdbc.sql(ROW + " where d.id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .query(DutyStore::kept)
                .list();
    }

    Optional<Duty> find(UUID id) {
        return jdbc.sql(ROW + " where d.id = :id")
                .param("id", id)
                .query(DutyStore::kept)
                .optional()
                .map(Kept::duty);
    }

    /** Those of a branch and year in the order of rules, subjects and periods. */
    List<Duty> list(UUID branchId, int year) {
        return jdbc
                .sql(
                        ROW
                                + " where d.branch_id = :branch and d.year = :year and d.asked order by d.rule_id, d.subject_id, d.from_day")
                .param("branch", branchId)
                .param("year", year)
                .query(DutyStore::kept)
                .list()
                .stream()
                .map(Kept::duty)
                .toList();
    }

    /** Those that an activity answers. */
    List<Duty> answeredBy(UUID branchId, UUID activityId) {
        return jdbc
                .sql(
                        ROW
                                + " where d.branch_id = :branch and :activity = any(d.activity_ids) and d.asked order by d.rule_id, d.from_day")
                .param("branch", branchId)
                .param("activity", activityId)
                .query(DutyStore::kept)
                .list()
                .stream()
                .map(Kept::duty)
                .toList();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Duty(
                        row.getObject("id", UUID.class),
                        row.getObject("branch_id", UUID.class),
                        row.getString("rule_id"),
                        RuleSubject.valueOf(row.getString("subject")),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        row.getString("period"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBoolean("care"),
                        row.getObject("met_on", LocalDate.class),
                        Arrays.asList((UUID[]) row.getArray("activity_ids").getArray()),
                        row.getBigDecimal("wanted"),
                        row.getBigDecimal("done"),
                        row.getString("excuse")),
                OnDesk.valueOf(row.getString("on_desk")),
                row.getBoolean("asked"));
    }

    /** Writes a duty as it was worked out; a person who moved takes theirs to the new branch. */
    void save(UUID branchId, int year, WantedDuty wanted) {
        jdbc.sql("""
                insert into branch.duty (id, branch_id, year, rule_id, subject, subject_id, owner_id, period, from_day, to_day, asked,
                    care, met_on, activity_ids, wanted, done, on_desk)
                values (:id, :branch, :year, :rule, :subject, :subjectId, :owner, :period, :from, :to, true,
                    :care, :met, :activities, :wanted, :done, 'NO')
                on conflict (id) do update set branch_id = excluded.branch_id, owner_id = excluded.owner_id, asked = true, care = excluded.care,
                    met_on = excluded.met_on, activity_ids = excluded.activity_ids, wanted = excluded.wanted, done = excluded.done
                """)
                .param("id", wanted.id())
                .param("branch", branchId)
                .param("year", year)
                .param("rule", wanted.ruleId())
                .param("subject", wanted.subject().name())
                .param("subjectId", wanted.subjectId())
                .param("owner", wanted.ownerId())
                .param("period", wanted.span().key())
                .param("from", wanted.span().from())
                .param("to", wanted.span().to())
                .param("care", wanted.care())
                .param("met", wanted.metOn())
                .param("activities", Sql.ids(wanted.activities()))
                .param("wanted", wanted.wanted())
                .param("done", wanted.done())
                .update();
    }

    /** True where what is kept differs from what was worked out. */
    static boolean differs(Duty kept, WantedDuty wanted) {
        return !Objects.equals(kept.ownerId(), wanted.ownerId())
                || kept.care() != wanted.care()
                || !Objects.equals(kept.metOn(), wanted.metOn())
                || !kept.activities().equals(wanted.activities())
                || differs(kept.wanted(), wanted.wanted())
                || differs(kept.done(), wanted.done());
    }

    private static boolean differs(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }

    /** Those of which the desk never heard go; the others stay as no longer asked, so that they can be asked again. */
    void remove(Collection<UUID> ids) {
        jdbc.sql("delete from branch.duty where on_desk = 'NO' and id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .update();
        jdbc.sql("update branch.duty set asked = false, on_desk = 'RELEASED' where id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .update();
    }

    void onDesk(UUID id, OnDesk told) {
        jdbc.sql("update branch.duty set on_desk = :told where id = :id")
                .param("told", told.name())
                .param("id", id)
                .update();
    }
}
