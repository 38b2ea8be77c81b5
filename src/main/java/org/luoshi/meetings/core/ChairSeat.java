package org.luoshi.meetings.core;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** Who chairs an approved meeting stands on its list of people without being typed once more, and so on the seat plan and in the minutes. */
@Component
class ChairSeat implements MeetingFollower {

    private static final int HIGHEST_RANK = 1;

    private final Attendees attendees;
    private final OrganizationApi organization;
    private final Clock clock;

    ChairSeat(Attendees attendees, OrganizationApi organization, Clock clock) {
        this.attendees = attendees;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public void approved(Meeting meeting, Actor actor) {
        UUID chair = meeting.chairId();
        boolean there = attendees.of(meeting.id()).stream().anyMatch(one -> Objects.equals(one.personId(), chair));
        if (chair != null && !there) {
            organization.person(chair).ifPresent(person -> seat(meeting, person));
        }
    }

    private void seat(Meeting meeting, Person person) {
        Post post =
                organization
                        .postsHeldBy(
                                person.id(),
                                meeting.startsAt().atZone(clock.getZone()).toLocalDate())
                        .stream()
                        .findFirst()
                        .orElse(null);
        attendees.put(new Attendee(
                TimeOrderedIds.next(clock),
                meeting.id(),
                null,
                person.id(),
                person.name(),
                post == null ? "" : post.title(),
                HIGHEST_RANK,
                Attendee.Part.CHAIR,
                "",
                person.telephone(),
                null,
                null));
    }

    @Override
    public void moved(Meeting before, Meeting after, MoveMeeting move, Actor actor) {
        if (Objects.equals(before.chairId(), after.chairId())) {
            return;
        }
        attendees.of(after.id()).stream()
                .filter(one -> one.part() == Attendee.Part.CHAIR && Objects.equals(one.personId(), before.chairId()))
                .forEach(one -> attendees.remove(one.id()));
        approved(after, actor);
    }
}
