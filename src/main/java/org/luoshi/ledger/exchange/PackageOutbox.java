package org.luoshi.ledger.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages that were made here, with how they get to the other side. */
@Service
@Transactional
public class PackageOutbox {

    /** Waiting times between tries; after the last one it has failed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final String ROW = """
            select s.id, s.kind, s.partner_id, p.name as partner, s.item_id, s.assignment_id, s.title, s.made_by, s.made_at, s.state,
                   s.attempts, s.next_try_at, s.last_error, s.fetched_at, s.delivered_at, s.answer, s.answered_by, s.answer_reason,
                   s.answered_at, p.address is not null as over_network, b.made_at as replaces_made_at, s.replaced_at
            from ledger.package_sent s join ledger.partner p on p.id = s.partner_id left join ledger.package_sent b on b.id = s.replaces
            """;

    private final NoticesApi notices;
    private final JdbcClient jdbc;
    private final Clock clock;

    PackageOutbox(NoticesApi notices, JdbcClient jdbc, Clock clock) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a package is about here, and which one it replaces. */
    record About(
            @Nullable UUID replyTo,
            @Nullable UUID itemId,
            @Nullable UUID assignmentId,
            @Nullable UUID feedbackId,
            @Nullable UUID replaces) {}

    /**
     * Keeps it; over the network where the partner has an address. False where the part is handed down, or the report passed up, by another
     * package already: of two presses at once the second waits for the first and is told so.
     */
    boolean keep(PackageSealer.Sealed sealed, Partner partner, About about, Actor actor) {
        int kept = jdbc.sql("""
                insert into ledger.package_sent (id, kind, partner_id, reply_to, item_id, assignment_id, feedback_id, replaces, title, content,
                    made_by, made_by_id, made_at, state, next_try_at)
                values (:id, :kind, :partner, :reply, :item, :assignment, :feedback, :replaces, :title, :content, :by, :byId, :at, :state, :next)
                on conflict do nothing
                """)
                .param("id", sealed.id())
                .param("kind", sealed.kind().name())
                .param("partner", partner.id())
                .param("reply", about.replyTo())
                .param("item", about.itemId())
                .param("assignment", about.assignmentId())
                .param("feedback", about.feedbackId())
                .param("replaces", about.replaces())
                .param("title", sealed.title())
                .param("content", sealed.zip())
                .param("by", actor.name())
                .param("byId", actor.personId())
                .param("at", Sql.at(clock.instant()))
                .param("state", partner.address() == null ? "MADE" : "WAITING")
                .param("next", partner.address() == null ? null : Sql.at(clock.instant()))
                .update();
        return kept > 0;
    }

    /** The package in which a part is handed down now: the one that was not replaced. */
    @Transactional(readOnly = true)
    public Optional<SentPackage> standing(UUID assignmentId) {
        return jdbc.sql(ROW + "where s.assignment_id = :id and s.kind = 'ISSUE' and s.replaced_at is null")
                .param("id", assignmentId)
                .query(SentPackage.class)
                .optional();
    }

    /** From now on it is not handed in any more; what is on a disk already cannot be called back. */
    void replace(UUID id) {
        jdbc.sql(
                        "update ledger.package_sent set replaced_at = :now, next_try_at = null where id = :id and replaced_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public List<SentPackage> newest(int limit, Actor actor) {
        Partners.requireOffice(actor);
        return jdbc.sql(ROW + "order by s.made_at desc, s.id desc limit :limit")
                .param("limit", limit)
                .query(SentPackage.class)
                .list();
    }

    /** What was handed down of one part, newest first. */
    @Transactional(readOnly = true)
    public List<SentPackage> ofAssignment(UUID assignmentId) {
        return jdbc.sql(ROW + "where s.assignment_id = :id order by s.made_at desc, s.id desc limit 20")
                .param("id", assignmentId)
                .query(SentPackage.class)
                .list();
    }

    @Transactional(readOnly = true)
    public SentPackage require(UUID id, Actor actor) {
        Partners.requireOffice(actor);
        return jdbc.sql(ROW + "where s.id = :id")
                .param("id", id)
                .query(SentPackage.class)
                .optional()
                .orElseThrow(PackageError.UNKNOWN::plain);
    }

    /** The package itself, for disk. */
    public byte[] fetch(UUID id, Actor actor) {
        require(id, actor);
        return jdbc.sql("""
                update ledger.package_sent set fetched_at = coalesce(fetched_at, :now) where id = :id returning content
                """)
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Once more over the network, after it failed or where it was to go by disk. */
    public void sendAgain(UUID id, Actor actor) {
        SentPackage sent = require(id, actor);
        if (!sent.overNetwork()) {
            throw PackageError.NO_ADDRESS.plain();
        }
        if (sent.replacedAt() != null) {
            throw PackageError.REPLACED.plain();
        }
        jdbc.sql("""
                update ledger.package_sent set state = 'WAITING', attempts = 0, next_try_at = :now, last_error = null
                where id = :id and state <> 'DELIVERED'
                """).param("now", Sql.at(clock.instant())).param("id", id).update();
    }

    /** A package on its way, with the address where it is handed in. */
    record Due(UUID id, String address, byte[] content, int attempts) {}

    /** Takes one to be handed in now; nobody else takes it before its next try is due. */
    Optional<Due> claim(UUID id) {
        return jdbc.sql("""
                update ledger.package_sent s set attempts = s.attempts + 1, next_try_at = :later
                from ledger.partner p
                where s.id = :id and s.state = 'WAITING' and s.next_try_at <= :now and p.id = s.partner_id and p.address is not null and p.active
                returning s.id, p.address, s.content, s.attempts
                """)
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .param("later", Sql.at(clock.instant().plus(Duration.ofMinutes(5))))
                .query(Due.class)
                .optional();
    }

    /** The longest due of each partner, which takes few at a time; together no more than can be held in memory. */
    @Transactional(readOnly = true)
    List<UUID> due(int most, long mostBytes) {
        return jdbc.sql("""
                select id from (
                    select id, next_try_at, size, sum(size) over (order by next_try_at, id) as together from (
                        select distinct on (s.partner_id) s.id, s.next_try_at, octet_length(s.content) as size
                        from ledger.package_sent s join ledger.partner p on p.id = s.partner_id
                        where s.state = 'WAITING' and s.next_try_at <= :now and p.address is not null and p.active
                        order by s.partner_id, s.next_try_at, s.id) as first) as counted
                where together - size < :bytes order by next_try_at, id limit :most
                """)
                .param("now", Sql.at(clock.instant()))
                .param("most", most)
                .param("bytes", mostBytes)
                .query(UUID.class)
                .list();
    }

    void delivered(UUID id) {
        jdbc.sql("""
                update ledger.package_sent set state = 'DELIVERED', delivered_at = :now, next_try_at = null, last_error = null where id = :id
                """).param("now", Sql.at(clock.instant())).param("id", id).update();
    }

    /** @param forGood trying again is of no use */
    void notDelivered(Due due, String errorKey, boolean forGood) {
        boolean over = forGood || due.attempts() > PAUSES.size();
        Instant next = over ? null : clock.instant().plus(PAUSES.get(due.attempts() - 1));
        int noted = jdbc.sql("""
                update ledger.package_sent set state = :state, next_try_at = :next, last_error = :error
                where id = :id and state = 'WAITING' and replaced_at is null
                """)
                .param("state", over ? "FAILED" : "WAITING")
                .param("next", Sql.at(next))
                .param("error", errorKey)
                .param("id", due.id())
                .update();
        if (over && noted > 0) {
            tellFailed(due.id(), errorKey);
        }
    }

    private record Failed(UUID madeById, String title, String partner) {}

    /** Whoever made it believes it to be there. */
    private void tellFailed(UUID id, String errorKey) {
        Failed failed = jdbc.sql("""
                select s.made_by_id, s.title, p.name as partner from ledger.package_sent s join ledger.partner p on p.id = s.partner_id
                where s.id = :id
                """).param("id", id).query(Failed.class).single();
        notices.tell(new NewNotice(
                List.of(failed.madeById()),
                "ledger.packages.notice.failed",
                Map.of("name", failed.partner(), "title", failed.title(), "reasonKey", errorKey),
                "/ledger/exchange/sent",
                id,
                "package-failed"));
    }

    /** What the other side made of a package of ours; false where it is none that was sent to it. */
    boolean answered(UUID id, Partner partner, PackageContent.Receipt receipt) {
        return jdbc.sql("""
                update ledger.package_sent set answer = :answer, answered_by = :by, answer_reason = :reason, answered_at = :at,
                    state = 'DELIVERED', delivered_at = coalesce(delivered_at, :at), next_try_at = null, last_error = null
                where id = :id and partner_id = :partner and answer is null
                """)
                        .param("answer", receipt.taken() ? "TAKEN" : "DECLINED")
                        .param("by", receipt.by())
                        .param("reason", receipt.reason())
                        .param("at", Sql.at(clock.instant()))
                        .param("id", id)
                        .param("partner", partner.id())
                        .update()
                > 0;
    }
}
