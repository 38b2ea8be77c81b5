package org.luoshi.access.core;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages about accounts show. */
@Component
@Transactional(readOnly = true)
public class AccountQueries {

    private static final String ROW = """
            select a.person_id, a.login, a.disabled, a.must_change, a.last_sign_in_at, r.role,
                   coalesce(l.locked_until > :now, false) as locked,
                   not a.disabled and coalesce(a.last_sign_in_at, a.opened_at) < :unusedSince as unused
            from access.account a
            left join access.person_role r on r.person_id = a.person_id
            left join access.login_lock l on l.login_hash = sha256(convert_to(lower(a.login), 'UTF8'))
            """;

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final Standings standings;
    private final AccessSettings settings;
    private final Clock clock;

    AccountQueries(
            JdbcClient jdbc, OrganizationApi organization, Standings standings, AccessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    public Account account(UUID personId) {
        return jdbc.sql("""
                        select person_id, login, must_change, disabled, opened_at, password_changed_at, last_sign_in_at, version
                        from access.account where person_id = :person
                        """)
                .param("person", personId)
                .query(Account.class)
                .optional()
                .orElseThrow(AccessError.UNKNOWN_ACCOUNT::plain);
    }

    /** All accounts by login; an installation has hundreds, not millions. */
    public List<AccountRow> all() {
        return rows("order by a.disabled, lower(a.login)", Map.of());
    }

    public AccountRow row(UUID personId) {
        return rows("where a.person_id = :person", Map.of("person", personId)).stream()
                .findFirst()
                .orElseThrow(AccessError.UNKNOWN_ACCOUNT::plain);
    }

    private List<AccountRow> rows(String condition, Map<String, ?> values) {
        Instant now = clock.instant();
        List<Stored> stored = jdbc.sql(ROW + condition)
                .param("now", Sql.at(now))
                .param("unusedSince", Sql.at(now.minus(settings.unusedAfter())))
                .params(values)
                .query(Stored.class)
                .list();
        Map<UUID, Person> people =
                organization.people(stored.stream().map(Stored::personId).toList());
        return stored.stream().map(row -> shown(row, people)).toList();
    }

    private AccountRow shown(Stored row, Map<UUID, Person> people) {
        Person person = people.get(row.personId());
        List<String> duties = standings.of(row.personId()).actor().seats().stream()
                .map(seat -> (seat.unitName() + " " + seat.title()).strip())
                .toList();
        return new AccountRow(
                row.personId(),
                person == null ? row.login() : person.name(),
                row.login(),
                duties,
                row.role(),
                row.disabled(),
                row.mustChange(),
                row.locked(),
                row.unused(),
                row.lastSignInAt());
    }

    record Stored(
            UUID personId,
            String login,
            boolean disabled,
            boolean mustChange,
            @Nullable Instant lastSignInAt,
            @Nullable Role role,
            boolean locked,
            boolean unused) {}
}
