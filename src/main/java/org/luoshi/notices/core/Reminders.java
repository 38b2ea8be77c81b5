package org.luoshi.notices.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.access.AccessApi;
import org.luoshi.notices.core.Reminder.What;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has to be told at an instant: computed from the obligations each time, so nothing can be lost by a stop of the house. */
@Component
@Transactional(readOnly = true)
class Reminders {

    /** How far back a newly overdue obligation is looked for; further when the sweep itself stood still longer. */
    private static final Duration LOOK_BACK = Duration.ofDays(14);

    private final ObligationsApi obligations;
    private final NoticeQueries notices;
    private final WorktimeApi worktime;
    private final AccessApi access;
    private final OrganizationApi organization;
    private final NoticeSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    Reminders(
            ObligationsApi obligations,
            NoticeQueries notices,
            WorktimeApi worktime,
            AccessApi access,
            OrganizationApi organization,
            NoticeSettings settings,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.obligations = obligations;
        this.notices = notices;
        this.worktime = worktime;
        this.access = access;
        this.organization = organization;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** Overdue at that instant, or due until the end of the next working day, and not told yet. Vacant seats stay in, told to nobody. */
    List<Reminder> openAt(Instant at) {
        List<Obligation> due = dueAt(at);
        Set<Told> told = toldAbout(due);
        Owners owners = owners();
        return due.stream()
                .filter(obligation -> !told.contains(told(obligation, at)))
                .map(obligation -> new Reminder(obligation, told(obligation, at).what(), owners.of(obligation)))
                .toList();
    }

    /** The lines of the digest at that hour: what the sweep will tell until then, and what it told and nobody has read. */
    List<Reminder> inDigestAt(Instant at) {
        List<Obligation> due = dueAt(at);
        Set<Told> told = toldAbout(due);
        Map<Subject, Set<UUID>> unread = unreadAbout(due);
        Owners owners = owners();
        List<Reminder> lines = new ArrayList<>();
        for (Obligation obligation : due) {
            Told line = told(obligation, at);
            Set<UUID> waiting =
                    unread.get(new Subject(obligation.id(), line.what().textKey()));
            if (waiting != null || !told.contains(line)) {
                lines.add(new Reminder(obligation, line.what(), waiting != null ? waiting : owners.of(obligation)));
            }
        }
        return lines;
    }

    /** When the next digest is made: this working day if its hour is still to come, else the next one. */
    Instant nextDigest() {
        ZonedDateTime now = clock.instant().atZone(zone);
        LocalDate today = now.toLocalDate();
        boolean isToCome = worktime.isWorkingDay(today) && now.toLocalTime().isBefore(settings.digestAt());
        LocalDate day = isToCome ? today : worktime.plusWorkingDays(today, 1);
        return day.atTime(settings.digestAt()).atZone(zone).toInstant();
    }

    private List<Obligation> dueAt(Instant at) {
        LocalDate nextWorkingDay = worktime.plusWorkingDays(at.atZone(zone).toLocalDate(), 1);
        return obligations.dueWithin(
                lookBack(), nextWorkingDay.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Owners owners() {
        return new Owners(access, organization, LocalDate.now(clock.withZone(zone)));
    }

    private Map<Subject, Set<UUID>> unreadAbout(List<Obligation> due) {
        return jdbc
                .sql("""
                        select subject_id, text_key, person_id from notices.notice
                        where read_at is null and mail_id is null and subject_id = any(:ids)
                        """)
                .param("ids", Sql.ids(due.stream().map(Obligation::id).toList()))
                .query(Unread.class)
                .stream()
                .collect(Collectors.groupingBy(
                        unread -> new Subject(unread.subjectId(), unread.textKey()),
                        Collectors.mapping(Unread::personId, Collectors.toSet())));
    }

    private Instant lookBack() {
        Instant usual = clock.instant().minus(LOOK_BACK);
        return notices.lastSweep()
                .map(last -> last.minus(Duration.ofDays(1)))
                .filter(last -> last.isBefore(usual))
                .orElse(usual);
    }

    private Set<Told> toldAbout(List<Obligation> due) {
        return new HashSet<>(
                jdbc.sql("select obligation_id, what, due from notices.told where obligation_id = any(:ids)")
                        .param("ids", Sql.ids(due.stream().map(Obligation::id).toList()))
                        .query(Told.class)
                        .list());
    }

    private static Told told(Obligation obligation, Instant at) {
        Instant due = Objects.requireNonNull(obligation.due(), "only what has a due instant is reminded of");
        return new Told(obligation.id(), due.plusSeconds(1).isAfter(at) ? What.DUE_SOON : What.OVERDUE, due);
    }

    record Subject(UUID id, String textKey) {}

    record Unread(UUID subjectId, String textKey, UUID personId) {}

    /** What was said about which due instant; a moved date is another one. */
    record Told(UUID obligationId, What what, Instant due) {}
}
