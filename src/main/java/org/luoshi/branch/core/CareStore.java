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

/** Cases of care as rows. Who may see a case is part of every query that reads one. */
@Component
class CareStore {

    private static final String ROW = """
            select c.id, c.version, c.branch_id, c.person_id, c.opened_on, c.closed_on, c.keep_until, c.held from branch.care_case c
            """;
    private static final String VISIBLE =
            " (:keeper or exists (select 1 from branch.care_reader r where r.case_id = c.id and r.person_id = :reader))";

    private final JdbcClient jdbc;
    private final Clock clock;

    CareStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody named on a case. */
    record Reader(UUID caseId, UUID personId) {}

    void insert(CareCase opened) {
        jdbc.sql("""
                insert into branch.care_case (id, version, branch_id, person_id, opened_on) values (:id, 1, :branch, :person, :on)
                """)
                .param("id", opened.id())
                .param("branch", opened.branchId())
                .param("person", opened.personId())
                .param("on", opened.openedOn())
                .update();
    }

    /** False where somebody changed it meanwhile. */
    boolean update(CareCase changed) {
        return jdbc.sql("""
                        update branch.care_case set version = version + 1, closed_on = :closed, keep_until = :keep, held = :held
                        where id = :id and version = :version
                        """)
                        .param("id", changed.id())
                        .param("version", changed.version())
                        .param("closed", changed.closedOn())
                        .param("keep", changed.keepUntil())
                        .param("held", changed.held())
                        .update()
                == 1;
    }

    void name(UUID caseId, UUID personId) {
        jdbc.sql("insert into branch.care_reader (case_id, person_id) values (:id, :person) on conflict do nothing")
                .param("id", caseId)
                .param("person", personId)
                .update();
    }

    void add(CareEntry entry, Actor by) {
        jdbc.sql("""
                insert into branch.care_entry (id, case_id, kind, on_day, words, noted_by, noted_at)
                values (:id, :case, :kind, :day, :words, :by, :now)
                """)
                .param("id", TimeOrderedIds.next(clock))
                .param("case", entry.caseId())
                .param("kind", entry.kind().name())
                .param("day", entry.onDay())
                .param("words", entry.words())
                .param("by", by.personId())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** @param keeper true for those who see all cases of this branch */
    Optional<CareCase> find(UUID id, UUID branchId, boolean keeper, UUID reader) {
        return jdbc.sql(ROW + " where c.id = :id and c.branch_id = :branch and" + VISIBLE)
                .param("id", id)
                .param("branch", branchId)
                .param("keeper", keeper)
                .param("reader", reader)
                .query(CareCase.class)
                .optional();
    }

    List<CareCase> of(UUID branchId, boolean keeper, UUID reader) {
        return jdbc.sql(ROW + " where c.branch_id = :branch and" + VISIBLE
                        + " order by c.closed_on is not null, c.opened_on desc, c.id")
                .param("branch", branchId)
                .param("keeper", keeper)
                .param("reader", reader)
                .query(CareCase.class)
                .list();
    }

    Map<UUID, List<CareEntry>> entries(Collection<UUID> cases) {
        return jdbc.sql("""
                        select case_id, kind, on_day, words, noted_by from branch.care_entry where case_id = any(:ids) order by on_day, id
                        """).param("ids", Sql.ids(cases)).query(CareEntry.class).list().stream()
                .collect(Collectors.groupingBy(CareEntry::caseId));
    }

    Map<UUID, List<Reader>> readers(Collection<UUID> cases) {
        return jdbc
                .sql("select case_id, person_id from branch.care_reader where case_id = any(:ids) order by person_id")
                .param("ids", Sql.ids(cases))
                .query(Reader.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Reader::caseId));
    }

    /** A case that was deleted. */
    record Purged(UUID id, UUID branchId) {}

    /** Deletes what has had its time and is not held, with all that was written in it. */
    List<Purged> purge(LocalDate today) {
        return jdbc.sql("""
                        delete from branch.care_case where keep_until <= :today and held is null returning id, branch_id
                        """).param("today", today).query(Purged.class).list();
    }
}
