package org.luoshi.access.core;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every way an account can change. */
@Service
@Transactional
public class AccountService {

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._-]{1,39}");

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final Passwords passwords;
    private final Standings standings;
    private final SessionsOfPeople sessions;
    private final Clock clock;

    AccountService(
            JdbcClient jdbc,
            OrganizationApi organization,
            HistoryApi history,
            Passwords passwords,
            Standings standings,
            SessionsOfPeople sessions,
            Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.history = history;
        this.passwords = passwords;
        this.standings = standings;
        this.sessions = sessions;
        this.clock = clock;
    }

    public void open(UUID personId, String login, String password, boolean mustChange, Actor actor) {
        Rights.require(Role.SYSTEM_ADMINISTRATOR, actor);
        if (!LOGIN.matcher(login).matches()) {
            throw AccessError.LOGIN_WRONG.with(Map.of("login", login));
        }
        if (organization.person(personId).isEmpty()) {
            throw AccessError.UNKNOWN_PERSON.with(Map.of("id", personId));
        }
        String hash = passwords.accept(login, password);
        int opened = jdbc.sql("""
                        insert into access.account (person_id, login, password, must_change, opened_at, password_changed_at)
                        values (:person, :login, :password, :mustChange, :now, :now)
                        on conflict do nothing
                        """)
                .param("person", personId)
                .param("login", login)
                .param("password", hash)
                .param("mustChange", mustChange)
                .param("now", Sql.at(clock.instant()))
                .update();
        if (opened == 0) {
            throw (exists(personId) ? AccessError.ACCOUNT_EXISTS : AccessError.LOGIN_TAKEN)
                    .with(Map.of("login", login));
        }
        tell(personId, "opened", Map.of("login", login), actor);
    }

    /** A new one-time password, to be handed over and changed at the next sign-in. Ends the person's sessions. */
    public String resetPassword(UUID personId, int seenVersion, Actor actor) {
        Rights.require(Role.SYSTEM_ADMINISTRATOR, actor);
        String password = passwords.generate();
        change(
                personId,
                seenVersion,
                "password = :password, must_change = true, password_changed_at = :now",
                Map.of("password", passwords.accept(loginOf(personId), password), "now", now()));
        tell(personId, "password-reset", Map.of(), actor);
        sessions.end(personId, null);
        return password;
    }

    /** Ends the person's other sessions. */
    public void changeOwnPassword(String current, String wanted, @Nullable String sessionId, Actor actor) {
        UUID personId = actor.personId();
        String hash = jdbc.sql("select password from access.account where person_id = :person for update")
                .param("person", personId)
                .query(String.class)
                .single();
        if (!passwords.matches(current, hash)) {
            throw AccessError.PASSWORD_WRONG.plain();
        }
        if (passwords.matches(wanted, hash)) {
            throw AccessError.PASSWORD_SAME.plain();
        }
        jdbc.sql("""
                        update access.account
                        set password = :password, must_change = false, password_changed_at = :now, version = version + 1
                        where person_id = :person
                        """)
                .param("password", passwords.accept(loginOf(personId), wanted))
                .param("now", now())
                .param("person", personId)
                .update();
        tell(personId, "password-changed", Map.of(), actor);
        sessions.end(personId, sessionId);
    }

    public void disable(UUID personId, int seenVersion, Actor actor) {
        Rights.require(Role.SYSTEM_ADMINISTRATOR, actor);
        requireAnotherAdministrator(personId);
        change(personId, seenVersion, "disabled = true", Map.of());
        tell(personId, "disabled", Map.of(), actor);
        sessions.end(personId, null);
    }

    public void enable(UUID personId, int seenVersion, Actor actor) {
        Rights.require(Role.SYSTEM_ADMINISTRATOR, actor);
        change(personId, seenVersion, "disabled = false", Map.of());
        tell(personId, "enabled", Map.of(), actor);
    }

    /** Lets somebody try again at once who typed too many wrong passwords. */
    public void unlock(UUID personId, Actor actor) {
        Rights.require(Role.SECURITY_ADMINISTRATOR, actor);
        jdbc.sql("delete from access.login_lock where login_hash = :hash")
                .param("hash", SignIns.hashOf(loginOf(personId)))
                .update();
        tell(personId, "unlocked", Map.of(), actor);
    }

    private void requireAnotherAdministrator(UUID personId) {
        boolean last =
                jdbc.sql("""
                        select exists (select 1 from access.person_role r where r.person_id = :person and r.role <> 'AUDITOR'
                            and not exists (select 1 from access.person_role o join access.account a using (person_id)
                                            where o.role = r.role and o.person_id <> r.person_id and not a.disabled))
                        """).param("person", personId).query(Boolean.class).single();
        if (last) {
            throw AccessError.LAST_ADMINISTRATOR.plain();
        }
    }

    private void change(UUID personId, int seenVersion, String set, Map<String, ?> values) {
        int changed = jdbc.sql("update access.account set " + set
                        + ", version = version + 1 where person_id = :person and version = :version")
                .params(values)
                .param("person", personId)
                .param("version", seenVersion)
                .update();
        if (changed == 0) {
            loginOf(personId);
            throw AccessError.CHANGED_MEANWHILE.plain();
        }
    }

    private String loginOf(UUID personId) {
        return jdbc.sql("select login from access.account where person_id = :person")
                .param("person", personId)
                .query(String.class)
                .optional()
                .orElseThrow(AccessError.UNKNOWN_ACCOUNT::plain);
    }

    private boolean exists(UUID personId) {
        return jdbc.sql("select exists (select 1 from access.account where person_id = :person)")
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void tell(UUID personId, String action, Map<String, Object> details, Actor actor) {
        standings.forget();
        history.record(new HistoryFact(personId, "access.account", personId, action, details, null), actor);
    }
}
