package org.luoshi.branch.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transfers and absences as rows. */
@Component
class TransferStore {

    private static final String ROW = """
            select id, version, person_id, from_branch, to_branch, outside, state, cause, letter_number, letter_on, valid_until, joined_on,
                   full_since, received_on, end_reason
            from branch.transfer
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TransferStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody at a fixed place elsewhere since that day. */
    record Away(UUID id, UUID personId, String place, LocalDate fromDay) {}

    /** A branch by its name. */
    record Named(UUID id, String name) {}

    /** False where a transfer of this person is on its way already. */
    boolean insert(Transfer transfer, Actor by) {
        return jdbc.sql("""
                        insert into branch.transfer (id, version, person_id, from_branch, to_branch, outside, state, cause, letter_number,
                            letter_on, valid_until, joined_on, full_since, begun_by, begun_at)
                        values (:id, 1, :person, :from, :to, :outside, :state, :cause, :number, :letterOn, :validUntil, :joined, :full, :by, :now)
                        on conflict do nothing
                        """)
                        .param("id", transfer.id())
                        .param("person", transfer.personId())
                        .param("from", transfer.fromBranch())
                        .param("to", transfer.toBranch())
                        .param("outside", transfer.outside())
                        .param("state", transfer.state().name())
                        .param("cause", transfer.cause())
                        .param("number", transfer.letterNumber())
                        .param("letterOn", transfer.letterOn())
                        .param("validUntil", transfer.validUntil())
                        .param("joined", transfer.joinedOn())
                        .param("full", transfer.fullSince())
                        .param("by", by.personId())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    /** False where it has ended meanwhile: of two receipts only one counts. */
    boolean end(
            Transfer transfer, TransferState to, @Nullable LocalDate receivedOn, @Nullable String reason, Actor by) {
        return jdbc.sql("""
                        update branch.transfer set version = version + 1, state = :to, received_on = :received, end_reason = :reason,
                            ended_by = :by, ended_at = :now
                        where id = :id and version = :version and state = :state
                        """)
                        .param("id", transfer.id())
                        .param("version", transfer.version())
                        .param("state", transfer.state().name())
                        .param("to", to.name())
                        .param("received", receivedOn)
                        .param("reason", reason)
                        .param("by", by.personId())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    Optional<Transfer> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(Transfer.class)
                .optional();
    }

    /** Those that this branch sends or receives; the open ones first, else the newest. */
    List<Transfer> of(UUID branchId) {
        return jdbc.sql(
                        ROW
                                + " where from_branch = :branch or to_branch = :branch order by state <> 'OUT_PENDING', valid_until desc, id desc")
                .param("branch", branchId)
                .query(Transfer.class)
                .list();
    }

    List<Transfer> open() {
        return jdbc.sql(ROW + " where state = 'OUT_PENDING' order by valid_until, id")
                .query(Transfer.class)
                .list();
    }

    /** All branches that are not at their end, by id. */
    List<Named> branches() {
        return jdbc.sql("select id, name from branch.branch where ended_on is null order by founded_on, id")
                .query(Named.class)
                .list();
    }

    String nameOf(UUID branchId) {
        return jdbc.sql("select name from branch.branch where id = :id")
                .param("id", branchId)
                .query(String.class)
                .single();
    }

    /** True where the house knows how this person stands in the party. */
    boolean isKnown(UUID personId) {
        return jdbc.sql("select exists(select 1 from branch.standing where person_id = :person)")
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** False where somebody is noted as away already. */
    boolean goAway(UUID id, UUID branchId, UUID personId, String place, LocalDate from) {
        return jdbc.sql("""
                        insert into branch.away (id, branch_id, person_id, place, from_day) values (:id, :branch, :person, :place, :from)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("branch", branchId)
                        .param("person", personId)
                        .param("place", place)
                        .param("from", from)
                        .update()
                == 1;
    }

    void comeBack(UUID personId, LocalDate lastDay) {
        jdbc.sql(
                        "update branch.away set to_day = greatest(from_day, :last) where person_id = :person and to_day is null")
                .param("person", personId)
                .param("last", lastDay)
                .update();
    }

    List<Away> away(UUID branchId) {
        return jdbc.sql("""
                        select id, person_id, place, from_day from branch.away
                        where branch_id = :branch and to_day is null order by from_day, id
                        """).param("branch", branchId).query(Away.class).list();
    }
}
