package org.luoshi.meetings.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.BusinessException;

/** A move as typed. */
public record MoveForm(
        String day,
        String from,
        String lastDay,
        String to,
        String place,
        String chair,
        String audience,
        String reason,
        String version) {

    public MoveForm {
        day = MeetingTyped.text(day);
        from = MeetingTyped.text(from);
        lastDay = MeetingTyped.text(lastDay);
        to = MeetingTyped.text(to);
        place = MeetingTyped.text(place);
        chair = MeetingTyped.text(chair);
        audience = MeetingTyped.text(audience);
        reason = MeetingTyped.text(reason);
        version = MeetingTyped.text(version);
    }

    static MoveForm of(Meeting meeting, Map<UUID, String> labels, ZoneId zone) {
        ZonedDateTime from = meeting.startsAt().atZone(zone);
        ZonedDateTime to = meeting.endsAt().atZone(zone);
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        return new MoveForm(
                from.toLocalDate().toString(),
                from.toLocalTime().toString(),
                oneDay ? "" : to.toLocalDate().toString(),
                to.toLocalTime().toString(),
                meeting.place(),
                meeting.chairId() == null ? "" : labels.getOrDefault(meeting.chairId(), ""),
                meeting.audience().name(),
                "",
                String.valueOf(meeting.version()));
    }

    /** The address of the same move to another day. */
    public String address(UUID meetingId, String otherDay) {
        StringBuilder address = new StringBuilder("/meetings/" + meetingId + "/move?day=" + encoded(otherDay));
        Map.of(
                        "from",
                        from,
                        "lastDay",
                        shifted(otherDay),
                        "to",
                        to,
                        "place",
                        place,
                        "chair",
                        chair,
                        "audience",
                        audience,
                        "reason",
                        reason,
                        "version",
                        version)
                .forEach((name, value) ->
                        address.append('&').append(name).append('=').append(encoded(value)));
        return address.toString();
    }

    /** The last day of a meeting of several days, as long after the first as it is typed; what cannot be read stays. */
    private String shifted(String otherDay) {
        try {
            return lastDay.isEmpty()
                    ? ""
                    : LocalDate.parse(otherDay)
                            .plusDays(ChronoUnit.DAYS.between(LocalDate.parse(day), LocalDate.parse(lastDay)))
                            .toString();
        } catch (DateTimeException unreadable) {
            return lastDay;
        }
    }

    /** The same against the meeting as it is now. */
    MoveForm seen(int presentVersion) {
        return new MoveForm(day, from, lastDay, to, place, chair, audience, reason, String.valueOf(presentVersion));
    }

    /** True where somebody changed the meeting since this form was opened. */
    boolean isOverrun(Meeting meeting) {
        return !version.isEmpty() && MeetingTyped.version(version) != meeting.version();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    boolean isFresh() {
        return day.isEmpty();
    }

    MoveMeeting toMove(OrganizationApi organization, ZoneId zone) {
        return new MoveMeeting(
                MeetingTyped.version(version),
                MeetingTyped.instant("day", day, "from", from, zone),
                lastDay.isEmpty()
                        ? MeetingTyped.instant("day", day, "to", to, zone)
                        : MeetingTyped.instant("lastDay", lastDay, "to", to, zone),
                place,
                person(organization),
                MeetingTyped.choice("audience", Audience.class, audience),
                reason);
    }

    private @Nullable UUID person(OrganizationApi organization) {
        try {
            return chair.isEmpty() ? null : organization.personWritten(chair).id();
        } catch (BusinessException unclear) {
            throw MeetingTyped.atField("chair", unclear);
        }
    }
}
