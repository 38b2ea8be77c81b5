package org.luoshi.access.core;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody knocks. A login that does not exist behaves in every way like one that does: same answer, same time, same lock
 * (X-31).
 */
@Service
@Transactional
public class SignIns {

    private static final int LONGEST_PASSWORD = 200;

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final Passwords passwords;
    private final Standings standings;
    private final AccessSettings settings;
    private final Clock clock;

    SignIns(
            JdbcClient jdbc,
            HistoryApi history,
            Passwords passwords,
            Standings standings,
            AccessSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.passwords = passwords;
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it; {@code personId} only when the person is in. */
    public record Answer(Outcome outcome, @Nullable UUID personId) {}

    /** How an attempt ended. */
    public enum Outcome {
        SIGNED_IN,
        WRONG,
        LOCKED,
        DISABLED,
        TOKEN_REFUSED
    }

    /** One attempt, as its owner may see it. */
    public record Attempt(Outcome outcome, String address, Instant happenedAt) {}

    /** Never throws for a refusal: what is counted must be kept. */
    public Answer attempt(String typedLogin, String password, String address) {
        String login = typedLogin.strip();
        Optional<Secret> account = find(login);
        @Nullable UUID personId = account.map(Secret::personId).orElse(null);
        if (isLocked(login) || tooManyFrom(address)) {
            passwords.compareWithNobody("");
            return refused(Outcome.LOCKED, personId, address);
        }
        if (account.isEmpty() || !isRight(account.get(), password)) {
            if (account.isEmpty()) {
                passwords.compareWithNobody("");
            }
            return wrong(login, personId, address);
        }
        if (account.get().disabled()) {
            return refused(Outcome.DISABLED, personId, address);
        }
        return signedIn(login, account.get().personId(), address);
    }

    /** A refused token counts like a wrong password from that address. */
    public void tokenRefused(String address) {
        note(Outcome.TOKEN_REFUSED, null, address);
    }

    public boolean tooManyFrom(String address) {
        long failures = jdbc.sql("""
                        select count(*) from access.sign_in
                        where address = :address and happened_at > :since and outcome <> 'SIGNED_IN'
                        """)
                .param("address", address)
                .param("since", Sql.at(clock.instant().minus(settings.lockFor())))
                .query(Long.class)
                .single();
        return failures >= settings.addressLimit();
    }

    @Transactional(readOnly = true)
    public List<Attempt> lastOf(UUID personId, int limit) {
        return jdbc.sql("""
                        select outcome, address, happened_at from access.sign_in
                        where person_id = :person order by happened_at desc, id desc limit :limit
                        """)
                .param("person", personId)
                .param("limit", limit)
                .query(Attempt.class)
                .list();
    }

    @Transactional(readOnly = true)
    public boolean isLocked(String login) {
        return jdbc.sql(
                        "select exists (select 1 from access.login_lock where login_hash = :hash and locked_until > :now)")
                .param("hash", hashOf(login))
                .param("now", Sql.at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Each node may run it; deleting twice does no harm. */
    @Scheduled(cron = "0 40 3 * * *")
    public void forgetWhatIsOld() {
        jdbc.sql("delete from access.sign_in where happened_at < :before")
                .param("before", Sql.at(clock.instant().minus(settings.keepSignIns())))
                .update();
        jdbc.sql(
                        "delete from access.login_lock where last_failure_at < :before and coalesce(locked_until, :before) <= :before")
                .param("before", Sql.at(clock.instant().minus(settings.lockFor())))
                .update();
    }

    static byte[] hashOf(String login) {
        return SecretWord.hash(login.strip().toLowerCase(Locale.ROOT));
    }

    private boolean isRight(Secret account, String password) {
        return passwords.matches(password.length() > LONGEST_PASSWORD ? "" : password, account.password());
    }

    private Answer signedIn(String login, UUID personId, String address) {
        jdbc.sql("delete from access.login_lock where login_hash = :hash")
                .param("hash", hashOf(login))
                .update();
        jdbc.sql("update access.account set last_sign_in_at = :now where person_id = :person")
                .param("now", Sql.at(clock.instant()))
                .param("person", personId)
                .update();
        note(Outcome.SIGNED_IN, personId, address);
        tell(personId, "signed-in", address, standings.of(personId).actor());
        return new Answer(Outcome.SIGNED_IN, personId);
    }

    private Answer refused(Outcome outcome, @Nullable UUID personId, String address) {
        note(outcome, personId, address);
        return new Answer(outcome, null);
    }

    private Answer wrong(String login, @Nullable UUID personId, String address) {
        boolean locks = countFailure(login) >= settings.lockAfter();
        if (locks) {
            jdbc.sql("update access.login_lock set failures = 0, locked_until = :until where login_hash = :hash")
                    .param("until", Sql.at(clock.instant().plus(settings.lockFor())))
                    .param("hash", hashOf(login))
                    .update();
        }
        note(Outcome.WRONG, personId, address);
        if (personId != null) {
            tell(personId, locks ? "locked" : "sign-in-failed", address, Actor.system());
        }
        return new Answer(locks ? Outcome.LOCKED : Outcome.WRONG, null);
    }

    /** Failures in a row, none older than the lock time. */
    private int countFailure(String login) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into access.login_lock as l (login_hash, failures, last_failure_at) values (:hash, 1, :now)
                        on conflict (login_hash) do update set last_failure_at = :now,
                            failures = case when l.last_failure_at < :since then 1 else l.failures + 1 end
                        returning failures
                        """)
                .param("hash", hashOf(login))
                .param("now", Sql.at(now))
                .param("since", Sql.at(now.minus(settings.lockFor())))
                .query(Integer.class)
                .single();
    }

    private Optional<Secret> find(String login) {
        return jdbc.sql("select person_id, password, disabled from access.account where lower(login) = lower(:login)")
                .param("login", login)
                .query(Secret.class)
                .optional();
    }

    private void note(Outcome outcome, @Nullable UUID personId, String address) {
        jdbc.sql("""
                        insert into access.sign_in (id, person_id, outcome, address, happened_at)
                        values (:id, :person, :outcome, :address, :now)
                        """)
                .param("id", TimeOrderedIds.next(clock))
                .param("person", personId)
                .param("outcome", outcome.name())
                .param("address", address)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private void tell(UUID personId, String action, String address, Actor actor) {
        Map<String, Object> details = Map.of("address", address);
        history.record(new HistoryFact(personId, "access.account", personId, action, details, null), actor);
    }

    /** Stays inside this class. */
    private record Secret(UUID personId, String password, boolean disabled) {}
}
