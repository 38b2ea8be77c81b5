package org.luoshi.mailbox.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the system administrator sees of the mailbox: whether it is read, and what became of each mail. Never what a mail said. */
@Component
@Transactional(readOnly = true)
public class MailboxQueries {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final MailboxSettings settings;

    MailboxQueries(JdbcClient jdbc, OrganizationApi organization, MailboxSettings settings) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.settings = settings;
    }

    /** How the last look into the mailbox ended. */
    public record MailboxReading(
            @Nullable Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable String failure) {}

    /**
     * One mail.
     *
     * @param reason a {@link MailRefusal}, with the code of the rule behind a colon where a rule said no
     */
    public record MailRead(
            UUID id,
            Instant readAt,
            String sender,
            boolean taken,
            @Nullable String reason,
            @Nullable String person,
            int leftOut) {

        /** Key of the reason's text. */
        public String reasonKey() {
            return reason == null ? "" : "mailbox.refusal." + reason.replaceAll(":.*", "");
        }

        /** Key of the rule's text; empty where no rule said no. */
        public String ruleKey() {
            return reason == null || !reason.contains(":") ? "" : reason.substring(reason.indexOf(':') + 1);
        }
    }

    private record Row(
            UUID id,
            Instant readAt,
            String sender,
            String outcome,
            @Nullable String reason,
            @Nullable UUID personId,
            int leftOut) {}

    public MailboxReading reading(Actor viewer) {
        requireAdministrator(viewer);
        return jdbc.sql("select began_at, ended_at, failure from mailbox.reading")
                .query(MailboxReading.class)
                .single();
    }

    public MailboxSettings settings() {
        return settings;
    }

    /** Newest first. */
    public List<MailRead> lines(Actor viewer) {
        requireAdministrator(viewer);
        List<Row> rows = jdbc.sql("""
                        select id, read_at, sender, outcome, reason, person_id, left_out from mailbox.mail
                        order by read_at desc, id desc limit :limit
                        """).param("limit", SHOWN).query(Row.class).list();
        var people = organization.people(rows.stream()
                .map(Row::personId)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> {
                    Person person = row.personId() == null ? null : people.get(row.personId());
                    return new MailRead(
                            row.id(),
                            row.readAt(),
                            row.sender(),
                            row.outcome().equals("TAKEN"),
                            row.reason(),
                            person == null ? null : person.name(),
                            row.leftOut());
                })
                .toList();
    }

    public boolean cameByMail(UUID resultId) {
        return jdbc.sql("select exists (select 1 from mailbox.mail where result_id = :id)")
                .param("id", resultId)
                .query(Boolean.class)
                .single();
    }

    static void requireAdministrator(Actor viewer) {
        if (!viewer.has(Role.SYSTEM_ADMINISTRATOR) && !viewer.has(Role.AUDITOR)) {
            throw MailboxError.NOT_YOURS.plain();
        }
    }
}
