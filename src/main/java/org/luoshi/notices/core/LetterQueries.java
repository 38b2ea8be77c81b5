package org.luoshi.notices.core;

import static org.luoshi.notices.core.NoticeError.NOT_YOURS;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the system administrator sees of mails that did not leave. */
@Component
@Transactional(readOnly = true)
public class LetterQueries {

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final MailSettings settings;
    private final NoticeSettings notices;

    LetterQueries(JdbcClient jdbc, OrganizationApi organization, MailSettings settings, NoticeSettings notices) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.settings = settings;
        this.notices = notices;
    }

    public LocalTime digestAt() {
        return notices.digestAt();
    }

    public boolean isMailEnabled() {
        return settings.enabled();
    }

    /** Failed ones, the dead first, newest first. */
    public List<DeadLetter> failed(Actor viewer) {
        if (!viewer.has(Role.SYSTEM_ADMINISTRATOR)) {
            throw NOT_YOURS.plain();
        }
        List<Row> rows = jdbc.sql("""
                        select id, person_id, address, lines, attempts, created_at,
                            case when dead_at is null then next_try end as next_try, dead_at, failure
                        from notices.mail where dead_at is not null or failure is not null and sent_at is null
                        order by dead_at desc nulls last, created_at desc limit 200
                        """).query(Row.class).list();
        Map<UUID, Person> people =
                organization.people(rows.stream().map(Row::personId).collect(Collectors.toSet()));
        return rows.stream().map(row -> row.named(people.get(row.personId()))).toList();
    }

    record Row(
            UUID id,
            UUID personId,
            String address,
            int lines,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextTry,
            @Nullable Instant deadAt,
            @Nullable String failure) {

        DeadLetter named(@Nullable Person person) {
            String name = person == null ? "" : person.name();
            return new DeadLetter(id, name, address, lines, attempts, createdAt, nextTry, deadAt, failure);
        }
    }
}
