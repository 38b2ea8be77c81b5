package org.luoshi.meetings.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.BusinessException;

/** A proposal as typed. */
public record MeetingForm(
        String kind,
        String title,
        String purpose,
        String audience,
        String comprehensive,
        String principals,
        String discussion,
        String owner,
        String chair,
        String day,
        String from,
        String lastDay,
        String to,
        String place,
        String people,
        String travel,
        String approval,
        String reason,
        String version,
        String plan) {

    public MeetingForm {
        kind = MeetingTyped.text(kind);
        title = MeetingTyped.text(title);
        purpose = MeetingTyped.text(purpose);
        audience = MeetingTyped.text(audience);
        comprehensive = MeetingTyped.text(comprehensive);
        principals = MeetingTyped.text(principals);
        discussion = MeetingTyped.text(discussion);
        owner = MeetingTyped.text(owner);
        chair = MeetingTyped.text(chair);
        day = MeetingTyped.text(day);
        from = MeetingTyped.text(from);
        lastDay = MeetingTyped.text(lastDay);
        to = MeetingTyped.text(to);
        place = MeetingTyped.text(place);
        people = MeetingTyped.text(people);
        travel = MeetingTyped.text(travel);
        approval = MeetingTyped.text(approval);
        reason = MeetingTyped.text(reason);
        version = MeetingTyped.text(version);
        plan = MeetingTyped.text(plan);
    }

    static MeetingForm of(Meeting meeting, Map<UUID, String> labels, ZoneId zone) {
        ZonedDateTime from = meeting.startsAt().atZone(zone);
        ZonedDateTime to = meeting.endsAt().atZone(zone);
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        return new MeetingForm(
                meeting.kind(),
                meeting.title(),
                meeting.purpose(),
                meeting.audience().name(),
                ticked(meeting.comprehensive()),
                ticked(meeting.principalsRequired()),
                ticked(meeting.discussion()),
                labels.getOrDefault(meeting.ownerId(), ""),
                meeting.chairId() == null ? "" : labels.getOrDefault(meeting.chairId(), ""),
                from.toLocalDate().toString(),
                from.toLocalTime().toString(),
                oneDay ? "" : to.toLocalDate().toString(),
                to.toLocalTime().toString(),
                meeting.place(),
                String.valueOf(meeting.expectedPeople()),
                String.valueOf(meeting.travelMinutes()),
                meeting.approvalReference(),
                meeting.reasonGiven(),
                String.valueOf(meeting.version()),
                "");
    }

    private static String ticked(boolean is) {
        return is ? "on" : "";
    }

    /** True where nobody has typed anything yet. */
    boolean isFresh() {
        return day.isEmpty() && title.isEmpty();
    }

    /** With what most meetings have, where nothing is typed. */
    MeetingForm withDefaults(LocalDate proposedDay) {
        return new MeetingForm(
                kind.isEmpty() ? "TOPICAL" : kind,
                title,
                purpose,
                audience.isEmpty() ? Audience.OFFICE.name() : audience,
                comprehensive,
                principals,
                discussion,
                owner,
                chair,
                day.isEmpty() ? proposedDay.toString() : day,
                from.isEmpty() ? "09:00" : from,
                lastDay,
                to.isEmpty() ? "11:00" : to,
                place,
                people,
                travel,
                approval,
                reason,
                version,
                plan);
    }

    /** What was typed, understood. Who answers for it is the typist where nobody is named. */
    NewMeeting toMeeting(UUID typist, OrganizationApi organization, ZoneId zone) {
        Instant startsAt = MeetingTyped.instant("day", day, "from", from, zone);
        Instant endsAt = lastDay.isEmpty()
                ? MeetingTyped.instant("day", day, "to", to, zone)
                : MeetingTyped.instant("lastDay", lastDay, "to", to, zone);
        UUID named = person("owner", owner, organization);
        return new NewMeeting(
                kind,
                title,
                purpose,
                MeetingTyped.choice("audience", Audience.class, audience),
                MeetingTyped.ticked(comprehensive),
                MeetingTyped.ticked(principals),
                MeetingTyped.ticked(discussion),
                named == null ? typist : named,
                person("chair", chair, organization),
                startsAt,
                endsAt,
                place,
                MeetingTyped.number("people", people, 1, NewMeeting.MOST_PEOPLE),
                travel.isEmpty() ? 0 : MeetingTyped.number("travel", travel, 0, 20_000),
                approval,
                reason);
    }

    private static @Nullable UUID person(String field, String typed, OrganizationApi organization) {
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.replaceFirst("[（(].*$", "").matches(".*[、,，;；].*")) {
            throw MeetingError.TWO_CHAIRS.with(Map.of("field", field));
        }
        try {
            return organization.personWritten(typed).id();
        } catch (BusinessException unclear) {
            throw MeetingTyped.atField(field, unclear);
        }
    }
}
