package org.luoshi.meetings.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.access.AccessApi;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** What a notice puts on the desks of the units: a receipt that each owes, and word of what has changed. */
@Component
class InvitationDesk {

    static final String SOURCE = "meetings.receipt";

    private static final List<Role> WHOM_TO_TELL = List.of(Role.UNIT_LIAISON, Role.UNIT_HEAD);

    private final ObligationsApi obligations;
    private final NoticesApi notices;
    private final AccessApi access;
    private final OrganizationApi organization;
    private final Clock clock;
    private final ZoneId zone;

    InvitationDesk(
            ObligationsApi obligations,
            NoticesApi notices,
            AccessApi access,
            OrganizationApi organization,
            Clock clock,
            ZoneId zone) {
        this.obligations = obligations;
        this.notices = notices;
        this.access = access;
        this.organization = organization;
        this.clock = clock;
        this.zone = zone;
    }

    /** Each of these units owes a receipt by the day of the notice; who has answered already does not owe it anew. */
    void owe(Meeting meeting, MeetingNotice notice, Collection<UUID> units) {
        obligations.oweAll(units.stream()
                .map(unit -> new NewObligation(
                        deskId(meeting.id(), unit),
                        SOURCE,
                        meeting.id(),
                        unit,
                        Role.UNIT_LIAISON,
                        null,
                        "meeting-receipt",
                        meeting.title(),
                        address(meeting.id()) + "/receipt?unit=" + unit,
                        notice.due()))
                .toList());
    }

    /** What these units have answered has to be confirmed; what they have not is due at another time. */
    void oweAgain(Meeting meeting, MeetingNotice notice, Collection<UUID> units, String reason) {
        owe(meeting, notice, units);
        owed(meeting.id(), units).forEach(one -> obligations.reopen(one.id(), notice.due(), reason));
    }

    /** Another day to answer by; what was answered stays so. */
    void oweBy(Meeting meeting, MeetingNotice notice, Collection<UUID> units) {
        owe(meeting, notice, units);
        owed(meeting.id(), units).forEach(one -> obligations.move(one.id(), notice.due(), meeting.title()));
    }

    void answered(UUID meetingId, UUID unitId, Actor actor) {
        obligations.meet(
                List.of(deskId(meetingId, unitId)), SOURCE, TimeOrderedIds.next(clock), clock.instant(), actor);
    }

    void release(UUID meetingId, UUID unitId, String reason) {
        owed(meetingId, List.of(unitId)).forEach(one -> obligations.release(one.id(), reason));
    }

    void releaseAll(UUID meetingId, String reason) {
        obligations.releaseAllOf(SOURCE, meetingId, reason);
    }

    private List<Obligation> owed(UUID meetingId, Collection<UUID> units) {
        return obligations.find(
                units.stream().map(unit -> deskId(meetingId, unit)).toList());
    }

    static UUID deskId(UUID meetingId, UUID unitId) {
        return named(SOURCE + meetingId + unitId);
    }

    static UUID named(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells the liaisons and heads of these units and these people; once for each version of a notice. */
    void tell(
            MeetingNotice about,
            String text,
            Map<String, String> more,
            Collection<UUID> units,
            Collection<UUID> people,
            Actor actor) {
        Set<UUID> told = new HashSet<>(people);
        peopleOf(units).values().forEach(ofUnit -> ofUnit.forEach(person -> told.add(person.id())));
        told.remove(actor.personId());
        if (told.isEmpty()) {
            return;
        }
        Map<String, String> arguments = new HashMap<>(more);
        arguments.put("title", about.title());
        arguments.put("startsAt", about.startsAt().toString());
        arguments.put("place", about.place());
        notices.tell(new NewNotice(
                told,
                "meetings.invitation.told." + text,
                arguments,
                address(about.meetingId()) + "/notice",
                named(text + about.meetingId() + about.number()),
                "meeting-notice"));
    }

    /** Liaisons, then heads, of each of these units that has any. */
    Map<UUID, List<Person>> peopleOf(Collection<UUID> units) {
        Map<UUID, List<Person>> people = new HashMap<>();
        for (Role role : WHOM_TO_TELL) {
            Map<UUID, Post> posts = organization.posts(access.postsWith(role, units));
            List<Holding> holdings = organization.holdersOf(posts.keySet(), LocalDate.now(clock.withZone(zone)));
            Map<UUID, Person> holders =
                    organization.people(holdings.stream().map(Holding::personId).collect(Collectors.toSet()));
            for (Holding holding : holdings) {
                Post post = posts.get(holding.postId());
                Person person = holders.get(holding.personId());
                if (post != null && person != null) {
                    people.computeIfAbsent(post.unitId(), unit -> new ArrayList<>())
                            .add(person);
                }
            }
        }
        return people;
    }

    /** Those of the people who can come in here at all. */
    List<UUID> withAccount(Collection<Person> people) {
        return people.stream().map(Person::id).filter(access::isOpen).toList();
    }

    static String address(UUID meetingId) {
        return "/meetings/" + meetingId;
    }

    Instant now() {
        return clock.instant();
    }
}
