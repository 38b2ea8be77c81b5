package org.luoshi.meetings.preparation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingStore;
import org.luoshi.meetings.core.MoveEffect;
import org.luoshi.meetings.core.MoveEffects;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Who could not come on the new day: away, or in another meeting; and who outside is still waited for. */
@Component
class PeopleEffects implements MoveEffects {

    private static final int NAMED = 12;

    private final Absences absences;
    private final TaskStore tasks;
    private final Attendees attendees;
    private final MeetingStore meetings;
    private final OrganizationApi organization;
    private final ZoneId zone;

    PeopleEffects(
            Absences absences,
            TaskStore tasks,
            Attendees attendees,
            MeetingStore meetings,
            OrganizationApi organization,
            ZoneId zone) {
        this.absences = absences;
        this.tasks = tasks;
        this.attendees = attendees;
        this.meetings = meetings;
        this.organization = organization;
        this.zone = zone;
    }

    @Override
    public List<MoveEffect> of(Meeting before, Meeting after, Actor viewer, Page page) {
        List<MoveEffect> effects = new ArrayList<>();
        away(after, page, effects);
        elsewhere(after, page, effects);
        tasks.of(after.id()).stream()
                .filter(task -> task.isOpen() && task.waitsFor() != null)
                .forEach(task -> effects.add(new MoveEffect(
                        MoveEffect.Topic.OUTSIDERS,
                        MoveEffect.Weight.ASKS,
                        task.waitingSince() == null
                                ? page.t("meetings.move.will-wait", "task", task.label(page), "who", task.waits(page))
                                : page.t(
                                        "meetings.move.waits",
                                        "task",
                                        task.label(page),
                                        "who",
                                        task.waits(page),
                                        "since",
                                        page.dateTime(task.waitingSince())),
                        "/meetings/" + after.id() + "/preparation")));
        return effects;
    }

    private void away(Meeting after, Page page, List<MoveEffect> effects) {
        LocalDate day = after.day(zone);
        Set<UUID> away = absences.from(day).stream()
                .filter(one -> one.covers(day))
                .map(Absence::personId)
                .collect(Collectors.toSet());
        UUID chair = after.chairId();
        if (chair != null && away.contains(chair)) {
            effects.add(new MoveEffect(
                    MoveEffect.Topic.PEOPLE,
                    MoveEffect.Weight.ASKS,
                    page.t("meetings.move.chair-away", "name", name(chair), "day", page.day(day)),
                    "/meetings/absences"));
        }
        List<String> others = attendees.of(after.id()).stream()
                .filter(one -> one.personId() != null && away.contains(one.personId()))
                .map(Attendee::name)
                .toList();
        if (!others.isEmpty()) {
            effects.add(new MoveEffect(
                    MoveEffect.Topic.PEOPLE,
                    MoveEffect.Weight.ASKS,
                    page.t(
                            "meetings.move.people-away",
                            "count",
                            others.size(),
                            "names",
                            String.join("、", others.subList(0, Math.min(NAMED, others.size())))),
                    "/meetings/absences"));
        }
    }

    private void elsewhere(Meeting after, Page page, List<MoveEffect> effects) {
        UUID chair = after.chairId();
        LocalDate day = after.day(zone);
        meetings
                .planned(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .filter(other -> !other.id().equals(after.id())
                        && chair != null
                        && Objects.equals(chair, other.chairId())
                        && other.startsAt().isBefore(after.endsAt())
                        && after.startsAt().isBefore(other.endsAt()))
                .forEach(other -> effects.add(new MoveEffect(
                        MoveEffect.Topic.PEOPLE,
                        MoveEffect.Weight.ASKS,
                        page.t("meetings.move.chair-elsewhere", "name", name(chair), "title", other.title()),
                        "/meetings/" + other.id())));
    }

    private String name(@Nullable UUID person) {
        return person == null
                ? "—"
                : organization.person(person).map(Person::name).orElse("—");
    }
}
