package org.luoshi.ledger.guests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshi.shared.SecretWord;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which a unit without account answers: made by an officer, shown once, kept only as a hash, bound to one part of one item. */
@Service
@Transactional
public class GuestLinks {

    private static final int LONGEST_DAYS = 366;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final String ROW = """
            select l.id, l.assignment_id, l.contact, l.telephone, l.made_by, l.made_at, l.ends_at, l.revoked_at, l.used_at,
                   a.state = 'MOVED' as moved
            from ledger.guest_link l join ledger.assignment a on a.id = l.assignment_id
            """;

    private final GuestTasks tasks;
    private final AccessApi access;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    GuestLinks(GuestTasks tasks, AccessApi access, HistoryApi history, JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.tasks = tasks;
        this.access = access;
        this.history = history;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** A link that was just made: the only time that its word is known. */
    public record Fresh(GuestLink link, String word) {}

    /** Makes a link; the one before opens nothing any more. */
    public Fresh make(
            UUID assignmentId, String contact, @Nullable String telephone, @Nullable LocalDate until, Actor actor) {
        requireOfficer(actor);
        GuestTask task = tasks.require(assignmentId);
        if (!task.underWay()) {
            throw GuestError.ENDED.with(Map.of("title", task.title()));
        }
        GuestSigner named = GuestSigner.typed(contact, telephone);
        Instant endsAt = endOf(until);
        revokeAll(assignmentId);
        String word = SecretWord.next();
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into ledger.guest_link (id, hash, assignment_id, contact, telephone, made_by, made_at, ends_at)
                values (:id, :hash, :assignment, :contact, :telephone, :by, :at, :ends)
                """)
                .param("id", id)
                .param("hash", SecretWord.hash(word))
                .param("assignment", assignmentId)
                .param("contact", named.name())
                .param("telephone", named.telephone())
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .param("ends", Sql.at(endsAt))
                .update();
        note(task, id, "made", Map.of("unit", task.unit(), "contact", named.name(), "until", lastDay(endsAt)), actor);
        return new Fresh(find(id), word);
    }

    /** From now on it opens nothing. */
    public void revoke(UUID assignmentId, UUID linkId, Actor actor) {
        requireOfficer(actor);
        GuestTask task = tasks.require(assignmentId);
        int revoked = jdbc.sql("""
                update ledger.guest_link set revoked_at = :now where id = :id and assignment_id = :assignment and revoked_at is null
                """)
                .param("now", Sql.at(clock.instant()))
                .param("id", linkId)
                .param("assignment", assignmentId)
                .update();
        if (revoked > 0) {
            note(task, linkId, "revoked", Map.of("unit", task.unit()), actor);
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<GuestLink> of(UUID assignmentId, Actor actor) {
        requireOfficer(actor);
        return jdbc.sql(ROW + "where l.assignment_id = :id order by l.made_at desc, l.id desc limit 20")
                .param("id", assignmentId)
                .query(GuestLink.class)
                .list();
    }

    /** Refused with why it does not open, and whom to ask; of a part that is another unit's now nothing else is told. Words that open nothing are counted by network address. */
    @Transactional(noRollbackFor = BusinessException.class)
    public GuestLink open(String word, String address) {
        Optional<GuestLink> found = jdbc.sql(ROW + "where l.hash = :hash")
                .param("hash", SecretWord.hash(word))
                .query(GuestLink.class)
                .optional();
        if (found.isEmpty()) {
            throw access.countWrongWord(address) ? GuestError.UNKNOWN.plain() : GuestError.TOO_MANY_TRIES.plain();
        }
        GuestLink link = found.get();
        if (link.revokedAt() != null) {
            throw GuestError.REVOKED.with(Map.of("maker", link.madeBy()));
        }
        if (link.moved()) {
            throw GuestError.NO_LONGER.with(Map.of("maker", link.madeBy()));
        }
        if (!link.opens(clock.instant())) {
            throw GuestError.EXPIRED.with(Map.of("maker", link.madeBy(), "day", lastDay(link.endsAt())));
        }
        noteUse(link);
        return link;
    }

    /** A form or a link ends with its last day. */
    Instant endOf(@Nullable LocalDate until) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw GuestError.BAD_END.with(
                    Map.of("field", "until", "first", today, "last", today.plusDays(LONGEST_DAYS)));
        }
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What is offered: a week after the limit, at least a month from now. */
    public LocalDate proposedEnd(GuestTask task) {
        LocalDate month = LocalDate.now(clock.withZone(zone)).plusDays(30);
        LocalDate afterDue = task.due() == null
                ? month
                : LocalDate.ofInstant(task.due(), zone).plusDays(7);
        LocalDate later = afterDue.isAfter(month) ? afterDue : month;
        LocalDate last = LocalDate.now(clock.withZone(zone)).plusDays(LONGEST_DAYS);
        return later.isAfter(last) ? last : later;
    }

    public LocalDate lastDay(Instant endsAt) {
        return LocalDate.ofInstant(endsAt, zone).minusDays(1);
    }

    static void requireOfficer(Actor actor) {
        if (!actor.has(Role.OFFICER)) {
            throw GuestError.NOT_YOURS.plain();
        }
    }

    private GuestLink find(UUID id) {
        return jdbc.sql(ROW + "where l.id = :id")
                .param("id", id)
                .query(GuestLink.class)
                .single();
    }

    /** Of two officers who make one at the same moment the second waits, and the link of the first is revoked. */
    private void revokeAll(UUID assignmentId) {
        jdbc.sql("select id from ledger.assignment where id = :id for update")
                .param("id", assignmentId)
                .query(UUID.class)
                .single();
        jdbc.sql("update ledger.guest_link set revoked_at = :now where assignment_id = :id and revoked_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", assignmentId)
                .update();
    }

    private void noteUse(GuestLink link) {
        Instant now = clock.instant();
        jdbc.sql("""
                update ledger.guest_link set used_at = :now where id = :id and (used_at is null or used_at < :before)
                """)
                .param("now", Sql.at(now))
                .param("before", Sql.at(now.minus(USE_NOTED_EVERY)))
                .param("id", link.id())
                .update();
    }

    private void note(GuestTask task, UUID linkId, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(task.itemId(), "ledger.link", linkId, action, details, null), actor);
    }
}
