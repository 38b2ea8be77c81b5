package org.luoshi.notices.core;

import static org.luoshi.notices.core.NoticeError.OFFICE_ONLY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.notices.DigestPreview;
import org.luoshi.notices.core.Reminder.What;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "Who will be reminded tomorrow": the sweep's own computation at the hour of the next digest, with what waits unread already. */
@Component
@Transactional(readOnly = true)
public class PreviewQueries {

    private final Reminders reminders;
    private final NoticeQueries notices;
    private final MailSettings mail;
    private final OrganizationApi organization;

    PreviewQueries(Reminders reminders, NoticeQueries notices, MailSettings mail, OrganizationApi organization) {
        this.organization = organization;
        this.reminders = reminders;
        this.notices = notices;
        this.mail = mail;
    }

    public DigestPreview next() {
        Instant at = reminders.nextDigest();
        List<DigestPreview.Line> lines = reminders.inDigestAt(at).stream()
                .map(reminder -> new DigestPreview.Line(
                        reminder.obligation(),
                        reminder.what() == What.OVERDUE,
                        reminder.personIds().stream().sorted().toList()))
                .toList();
        return new DigestPreview(at, mail.enabled(), notices.lastSweep().orElse(null), lines);
    }

    /** The same with names, units in the official order; for those who coordinate. */
    public List<PreviewRow> rows(DigestPreview preview, Actor viewer) {
        if (viewer.roles().stream().noneMatch(role -> role.kind() == Role.Kind.OFFICE) && !viewer.has(Role.AUDITOR)) {
            throw OFFICE_ONLY.plain();
        }
        Map<UUID, List<DigestPreview.Line>> byUnit = preview.lines().stream()
                .collect(Collectors.groupingBy(line -> line.obligation().unitId()));
        Map<UUID, Person> people = organization.people(preview.lines().stream()
                .flatMap(line -> line.personIds().stream())
                .collect(Collectors.toSet()));
        List<PreviewRow> rows = new ArrayList<>();
        for (Unit unit : organization.inOfficialOrder(byUnit.keySet())) {
            for (DigestPreview.Line line : byUnit.getOrDefault(unit.id(), List.of())) {
                rows.add(new PreviewRow(line, unit.shortName(), names(line, people)));
            }
        }
        return rows;
    }

    private static List<String> names(DigestPreview.Line line, Map<UUID, Person> people) {
        return line.personIds().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .toList();
    }
}
