package org.luoshi.access.core;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
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

    private static final int DEEDS_SHOWN = 30;
    private static final int CANDIDATES_SHOWN = 20;

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final OrganizationApi organization;
    private final Standings standings;
    private final AccessSettings settings;
    private final Clock clock;

    AccountQueries(
            JdbcClient jdbc,
            HistoryApi history,
            OrganizationApi organization,
            Standings standings,
            AccessSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
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
    public List<AccountRow> all(Actor viewer) {
        Rights.requireAdministrator(viewer);
        return rows("order by a.disabled, lower(a.login)", Map.of());
    }

    public AccountRow row(UUID personId, Actor viewer) {
        Rights.requireAdministrator(viewer);
        return rows("where a.person_id = :person", Map.of("person", personId)).stream()
                .findFirst()
                .orElseThrow(AccessError.UNKNOWN_ACCOUNT::plain);
    }

    /** What happened to the account and by whom, newest first. */
    public List<Deed> deeds(UUID personId, Actor viewer) {
        Rights.requireAdministrator(viewer);
        return history.of(personId, DEEDS_SHOWN).stream()
                .map(line ->
                        new Deed(line.happenedAt(), line.actorName(), line.textKey(), line.details(), line.reason()))
                .toList();
    }

    /** People by part of the name who have no account yet. */
    public List<Candidate> candidates(String query, Actor viewer) {
        Rights.require(Role.SYSTEM_ADMINISTRATOR, viewer);
        if (query.isBlank()) {
            return List.of();
        }
        List<Person> found = organization.searchPeople(query.strip(), CANDIDATES_SHOWN);
        Set<UUID> taken = new HashSet<>(jdbc.sql("select person_id from access.account where person_id = any(:ids)")
                .param("ids", Sql.ids(found.stream().map(Person::id).toList()))
                .query(UUID.class)
                .list());
        return found.stream()
                .filter(person -> !taken.contains(person.id()))
                .map(person -> new Candidate(person.id(), person.name(), dutiesOf(person.id())))
                .toList();
    }

    public Candidate candidate(UUID personId, Actor viewer) {
        Rights.require(Role.SYSTEM_ADMINISTRATOR, viewer);
        Person person = organization
                .person(personId)
                .orElseThrow(() -> AccessError.UNKNOWN_PERSON.with(Map.of("id", personId)));
        return new Candidate(personId, person.name(), dutiesOf(personId));
    }

    private List<String> dutiesOf(UUID personId) {
        return standings.of(personId).actor().seats().stream()
                .map(seat -> (seat.unitName() + " " + seat.title()).strip())
                .toList();
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
        return new AccountRow(
                row.personId(),
                person == null ? row.login() : person.name(),
                row.login(),
                dutiesOf(row.personId()),
                row.role(),
                row.disabled(),
                row.mustChange(),
                row.locked(),
                row.unused(),
                row.lastSignInAt());
    }

    /** Somebody who could be given an account. */
    public record Candidate(UUID personId, String name, List<String> duties) {}

    /** One line of the time line, with the key of its text. */
    public record Deed(
            Instant at,
            String by,
            String textKey,
            Map<String, String> details,
            @Nullable String reason) {

        public Object[] arguments() {
            return details.entrySet().stream()
                    .flatMap(detail -> Stream.of(detail.getKey(), detail.getValue()))
                    .toArray();
        }
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
