package org.luoshi.access.core;

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
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Personal words for programs: made once, shown once, kept only as a hash, with an end. */
@Service
@Transactional
public class TokenService {

    public static final String PREFIX = "luoshi_";

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final AccessSettings settings;
    private final Clock clock;
    private final ZoneId zone;
    private final KeptTokens kept;

    TokenService(
            JdbcClient jdbc, HistoryApi history, AccessSettings settings, Clock clock, ZoneId zone, KeptTokens kept) {
        this.jdbc = jdbc;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
        this.kept = kept;
    }

    /** What a program may do with a token, within what its owner may do. */
    public enum Scope {
        READ,
        WRITE
    }

    /** A token as its owner sees it later; {@code over} when it can no longer be used. */
    public record Token(
            UUID id,
            String name,
            Scope scope,
            Instant madeAt,
            Instant endsAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            boolean over) {}

    /** Whose a good token is. */
    public record Holder(UUID id, UUID personId, Scope scope, Instant endsAt) {}

    /** The last day is included. Returns the word itself, for the only time. */
    public String make(String name, Scope scope, LocalDate lastDay, Actor actor) {
        Instant now = clock.instant();
        Instant endsAt = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        if (!endsAt.isAfter(now) || lastDay.isAfter(latestEnd())) {
            throw AccessError.TOKEN_END.with(Map.of("latest", latestEnd()));
        }
        UUID id = TimeOrderedIds.next(clock);
        String word = PREFIX + SecretWord.next();
        jdbc.sql("""
                        insert into access.token (id, person_id, name, hash, scope, made_at, ends_at)
                        values (:id, :person, :name, :hash, :scope, :now, :end)
                        """)
                .param("id", id)
                .param("person", actor.personId())
                .param("name", name)
                .param("hash", SecretWord.hash(word))
                .param("scope", scope.name())
                .param("now", Sql.at(now))
                .param("end", Sql.at(endsAt))
                .update();
        tell(id, "made", name, actor);
        return word;
    }

    public LocalDate latestEnd() {
        return LocalDate.now(clock.withZone(zone))
                .plusDays(settings.tokenMaxAge().toDays());
    }

    public void revoke(UUID id, Actor actor) {
        String name = jdbc.sql("""
                        update access.token set revoked_at = coalesce(revoked_at, :now)
                        where id = :id and person_id = :person returning name
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .param("person", actor.personId())
                .query(String.class)
                .optional()
                .orElseThrow(AccessError.UNKNOWN_TOKEN::plain);
        tell(id, "revoked", name, actor);
        afterCommit(() -> kept.forget(id));
    }

    private static void afterCommit(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }

    @Transactional(readOnly = true)
    public List<Token> of(UUID personId) {
        return jdbc.sql("""
                        select id, name, scope, made_at, ends_at, last_used_at, revoked_at,
                               revoked_at is not null or ends_at <= :now as over
                        from access.token where person_id = :person order by over, made_at desc, id desc
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("person", personId)
                .query(Token.class)
                .list();
    }

    /** Empty when it is unknown, revoked or at its end, or when its owner's account is disabled or waits for a new password. */
    public Optional<Holder> use(String word) {
        Instant now = clock.instant();
        Optional<Holder> holder = jdbc.sql("""
                        select t.id, t.person_id, t.scope, t.ends_at from access.token t join access.account a using (person_id)
                        where t.hash = :hash and t.revoked_at is null and t.ends_at > :now and not a.disabled and not a.must_change
                        """)
                .param("hash", SecretWord.hash(word))
                .param("now", Sql.at(now))
                .query(Holder.class)
                .optional();
        holder.ifPresent(found -> jdbc.sql("""
                        update access.token set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at < :before)
                        """)
                .param("now", Sql.at(now))
                .param("id", found.id())
                .param("before", Sql.at(now.minus(USE_NOTED_EVERY)))
                .update());
        return holder;
    }

    private void tell(UUID id, String action, String name, Actor actor) {
        history.record(
                new HistoryFact(actor.personId(), "access.token", id, action, Map.of("name", name), null), actor);
    }
}
