package org.luoshi.reporting.offline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forms in their table: of the token only the hash. A new form of a unit replaces the one before. */
@Component
@Transactional
class OfflineStore {

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final Clock clock;

    OfflineStore(JdbcClient jdbc, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** A unit with its token and the revision that stands. */
    record Made(long place, int seen, String token) {}

    /** Those of these places that owe in the round, each with the revision that stands, in the official order. */
    @Transactional(readOnly = true)
    List<Made> owing(OpenRound open, List<Long> places) {
        return jdbc.sql("""
                        select place, revision from reporting.obligation
                        where period = :period and regime = :regime and place = any(:places) and not exempt order by place
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("places", places.toArray(Long[]::new))
                .query((row, index) -> new Made(row.getLong("place"), row.getInt("revision"), SecretWord.next()))
                .list();
    }

    void make(OpenRound open, List<Made> made, Instant endsAt, Actor actor) {
        Long[] keys = made.stream().map(Made::place).toArray(Long[]::new);
        jdbc.sql("""
                        update reporting.offline_file set replaced_at = :now
                        where regime = :regime and period = :period and place = any(:places) and replaced_at is null
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("places", keys)
                .update();
        insert(open, made, keys, endsAt, actor);
        history.record(
                new HistoryFact(
                        open.regime().key(),
                        "reporting.offline",
                        open.regime().key(),
                        "made",
                        Map.of("count", made.size(), "period", open.round().period()),
                        null),
                actor);
    }

    private void insert(OpenRound open, List<Made> made, Long[] keys, Instant endsAt, Actor actor) {
        try {
            jdbc.sql("""
                            insert into reporting.offline_file
                                (id, hash, regime, period, place, made_by, made_at, ends_at, number, seen)
                            select id, hash, :regime, :period, place, :actor, :now, :ends, :number, seen
                            from unnest(:ids, :hashes, :places, :seen) as t (id, hash, place, seen)
                            """)
                    .param(
                            "ids",
                            made.stream().map(one -> TimeOrderedIds.next(clock)).toArray(UUID[]::new))
                    .param(
                            "hashes",
                            made.stream()
                                    .map(one -> SecretWord.hash(one.token()))
                                    .toArray(byte[][]::new))
                    .param("places", keys)
                    .param("seen", made.stream().map(one -> (short) one.seen()).toArray(Short[]::new))
                    .param("regime", open.round().regime())
                    .param("period", open.round().period())
                    .param("number", open.round().number())
                    .param("actor", actor.personId())
                    .param("now", Sql.at(clock.instant()))
                    .param("ends", Sql.at(endsAt))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw OfflineError.MADE_MEANWHILE.plain();
        }
    }

    @Transactional(readOnly = true)
    Optional<OfflineFile> find(String token) {
        return jdbc.sql("select * from reporting.offline_file where hash = :hash")
                .param("hash", SecretWord.hash(token))
                .query(OfflineFile.class)
                .optional();
    }

    /** Its answer is in. Said once, however many senders were at it at the same time. */
    void used(
            OfflineFile file,
            OpenRound open,
            Place place,
            String signer,
            Receipt receipt,
            byte[] content,
            @Nullable Actor actor) {
        int first = jdbc.sql("""
                        update reporting.offline_file set used_at = :at, used_by = :signer, revision = :revision, content = :content
                        where id = :id and used_at is null
                        """)
                .param("at", Sql.at(receipt.at()))
                .param("signer", signer)
                .param("revision", receipt.revision())
                .param("content", content)
                .param("id", file.id())
                .update();
        if (first > 0) {
            history.record(
                    new HistoryFact(
                            open.regime().key(),
                            "reporting.offline",
                            file.id(),
                            "answered",
                            Map.of(
                                    "unit", place.name(),
                                    "period", open.round().period(),
                                    "revision", receipt.revision()),
                            null),
                    actor == null ? Actor.system() : actor);
        }
    }
}
