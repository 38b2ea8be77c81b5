package org.luoshi.branch.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes who belongs where: spans are opened and closed, never overwritten. */
@Component
class BranchStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    BranchStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID nextId() {
        return TimeOrderedIds.next(clock);
    }

    void insert(Branch branch, Collection<UUID> coveredUnits) {
        jdbc.sql("""
                insert into branch.branch (id, version, name, unit_id, kind, theme_day, approved_exception, founded_on, ends_by)
                values (:id, 1, :name, :unit, :kind, :themeDay, :exception, :founded, :endsBy)
                """)
                .param("id", branch.id())
                .param("name", branch.name())
                .param("unit", branch.unitId())
                .param("kind", branch.kind().name())
                .param("themeDay", branch.themeDay())
                .param("exception", branch.approvedException())
                .param("founded", branch.foundedOn())
                .param("endsBy", branch.endsBy())
                .update();
        cover(branch.id(), coveredUnits);
    }

    /** False where somebody changed it meanwhile. */
    boolean update(Branch branch) {
        return jdbc.sql("""
                        update branch.branch set version = version + 1, name = :name, kind = :kind, theme_day = :themeDay,
                            approved_exception = :exception, ends_by = :endsBy, ended_on = :ended
                        where id = :id and version = :version
                        """)
                        .param("id", branch.id())
                        .param("version", branch.version())
                        .param("name", branch.name())
                        .param("kind", branch.kind().name())
                        .param("themeDay", branch.themeDay())
                        .param("exception", branch.approvedException())
                        .param("endsBy", branch.endsBy())
                        .param("ended", branch.endedOn())
                        .update()
                == 1;
    }

    private void cover(UUID branchId, Collection<UUID> units) {
        jdbc.sql(
                        "insert into branch.covered_unit (branch_id, unit_id) select :id, unnest(:units) on conflict do nothing")
                .param("id", branchId)
                .param("units", Sql.ids(units))
                .update();
    }

    List<UUID> coveredUnits(UUID branchId) {
        return jdbc.sql("select unit_id from branch.covered_unit where branch_id = :id order by unit_id")
                .param("id", branchId)
                .query(UUID.class)
                .list();
    }

    void insert(Term term) {
        jdbc.sql("""
                insert into branch.term (id, branch_id, elected_on, ends_on, committee, approval)
                values (:id, :branch, :elected, :ends, :committee, :approval)
                """)
                .param("id", term.id())
                .param("branch", term.branchId())
                .param("elected", term.electedOn())
                .param("ends", term.endsOn())
                .param("committee", term.committee())
                .param("approval", term.approval())
                .update();
    }

    void openPost(UUID branchId, BranchPost post, UUID personId, LocalDate from) {
        jdbc.sql("""
                insert into branch.post_holding (id, branch_id, post, person_id, from_day)
                values (:id, :branch, :post, :person, :from)
                """)
                .param("id", nextId())
                .param("branch", branchId)
                .param("post", post.name())
                .param("person", personId)
                .param("from", from)
                .update();
    }

    /** Ends what is held on that day and after; what would end before it began never was. */
    void closePosts(UUID branchId, @Nullable BranchPost post, @Nullable UUID personId, LocalDate lastDay) {
        String which = " where branch_id = :branch and (to_day is null or to_day > :last)"
                + " and (cast(:post as text) is null or post = :post) and (cast(:person as uuid) is null or person_id = :person)";
        for (String sql : new String[] {
            "delete from branch.post_holding" + which + " and from_day > :last",
            "update branch.post_holding set to_day = :last" + which
        }) {
            jdbc.sql(sql)
                    .param("branch", branchId)
                    .param("post", post == null ? null : post.name())
                    .param("person", personId)
                    .param("last", lastDay)
                    .update();
        }
    }

    void insert(PartyGroup group) {
        jdbc.sql("""
                insert into branch.party_group (id, branch_id, name, unit_id, place, from_day)
                values (:id, :branch, :name, :unit, :place, :from)
                """)
                .param("id", group.id())
                .param("branch", group.branchId())
                .param("name", group.name())
                .param("unit", group.unitId())
                .param("place", group.place())
                .param("from", group.fromDay())
                .update();
    }

    void closeGroup(UUID groupId, LocalDate lastDay) {
        jdbc.sql("update branch.party_group set to_day = :last where id = :id and to_day is null")
                .param("id", groupId)
                .param("last", lastDay)
                .update();
    }

    void openSeat(UUID groupId, UUID personId, boolean leader, LocalDate from) {
        jdbc.sql("""
                insert into branch.group_seat (id, group_id, person_id, leader, from_day)
                values (:id, :group, :person, :leader, :from)
                """)
                .param("id", nextId())
                .param("group", groupId)
                .param("person", personId)
                .param("leader", leader)
                .param("from", from)
                .update();
    }

    void closeSeats(UUID personId, LocalDate lastDay) {
        close("branch.group_seat", personId, lastDay);
    }

    void openMembership(UUID branchId, UUID personId, LocalDate from, @Nullable String cameFrom) {
        jdbc.sql("""
                insert into branch.membership (id, branch_id, person_id, from_day, came_from)
                values (:id, :branch, :person, :from, :cameFrom)
                """)
                .param("id", nextId())
                .param("branch", branchId)
                .param("person", personId)
                .param("from", from)
                .param("cameFrom", cameFrom)
                .update();
    }

    void closeMembership(UUID personId, LocalDate lastDay, @Nullable String wentTo) {
        jdbc.sql(
                        "update branch.membership set to_day = :last, went_to = :wentTo where person_id = :person and to_day is null")
                .param("person", personId)
                .param("last", lastDay)
                .param("wentTo", wentTo)
                .update();
    }

    void openStanding(UUID personId, Standing standing, LocalDate from, @Nullable String reason) {
        close("branch.standing", personId, from.minusDays(1));
        jdbc.sql("""
                insert into branch.standing (id, person_id, standing, from_day, reason)
                values (:id, :person, :standing, :from, :reason)
                """)
                .param("id", nextId())
                .param("person", personId)
                .param("standing", standing.name())
                .param("from", from)
                .param("reason", reason)
                .update();
    }

    void openTrait(UUID personId, Trait trait, LocalDate from) {
        jdbc.sql("insert into branch.trait (id, person_id, trait, from_day) values (:id, :person, :trait, :from)")
                .param("id", nextId())
                .param("person", personId)
                .param("trait", trait.name())
                .param("from", from)
                .update();
    }

    void closeTrait(UUID personId, Trait trait, LocalDate lastDay) {
        jdbc.sql("""
                update branch.trait set to_day = :last where person_id = :person and trait = :trait and to_day is null
                """)
                .param("person", personId)
                .param("trait", trait.name())
                .param("last", lastDay)
                .update();
    }

    private void close(String table, UUID personId, LocalDate lastDay) {
        jdbc.sql("delete from " + table + " where person_id = :person and from_day > :last")
                .param("person", personId)
                .param("last", lastDay)
                .update();
        jdbc.sql("update " + table
                        + " set to_day = :last where person_id = :person and (to_day is null or to_day > :last)")
                .param("person", personId)
                .param("last", lastDay)
                .update();
    }
}
