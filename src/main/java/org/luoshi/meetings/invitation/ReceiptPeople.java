package org.luoshi.meetings.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;

/** The people a unit names, as attendees: who stays keeps the seat, a substitute takes over that of whom they come for. */
@Component
class ReceiptPeople {

    private final ReceiptRights rights;
    private final ReceiptStore store;
    private final Attendees attendees;
    private final OrganizationApi organization;
    private final FilesApi files;
    private final Clock clock;
    private final ZoneId zone;

    ReceiptPeople(
            ReceiptRights rights,
            ReceiptStore store,
            Attendees attendees,
            OrganizationApi organization,
            FilesApi files,
            Clock clock,
            ZoneId zone) {
        this.rights = rights;
        this.store = store;
        this.attendees = attendees;
        this.organization = organization;
        this.files = files;
        this.clock = clock;
        this.zone = zone;
    }

    /** Those whom the unit's receipt names now, highest first. */
    List<Attendee> of(UUID meetingId, UUID unitId) {
        Set<UUID> named = new HashSet<>(store.namedBy(meetingId, unitId));
        return named.isEmpty()
                ? List.of()
                : attendees.of(meetingId).stream()
                        .filter(one -> named.contains(one.id()))
                        .toList();
    }

    /** Somebody at all, nobody twice, not more than there are seats, and nobody in a substitute's place. */
    List<NamedPerson> checked(UUID meetingId, UUID unitId, List<NamedPerson> typed) {
        int seats = rights.invited(meetingId, unitId).orElseThrow().seats();
        if (typed.isEmpty()) {
            throw InvitationError.NOBODY_NAMED.with(Map.of("field", "name-0"));
        }
        if (typed.size() > seats) {
            throw InvitationError.TOO_MANY.with(
                    Map.of("field", "name-" + seats, "seats", seats, "named", typed.size()));
        }
        Map<String, NamedPerson> people = new LinkedHashMap<>();
        for (int line = 0; line < typed.size(); line++) {
            NamedPerson person = typed.get(line).checked(line);
            if (people.put(person.name(), person) != null) {
                throw InvitationError.NAMED_TWICE.with(Map.of("field", "name-" + line, "name", person.name()));
            }
        }
        requireOriginals(people, of(meetingId, unitId));
        files.requireUnmarked(
                String.join("\n", people.values().stream().map(NamedPerson::all).toList()));
        return List.copyOf(people.values());
    }

    /** Whoever comes in somebody's place does not send somebody else: the one who was invited decides. */
    private static void requireOriginals(Map<String, NamedPerson> people, List<Attendee> before) {
        Map<String, String> originals = new HashMap<>();
        for (Attendee attendee : before) {
            if (attendee.substituteFor() != null) {
                originals.put(attendee.name(), attendee.substituteFor());
            }
        }
        people.values().stream()
                .filter(person -> !person.insteadOf().isEmpty())
                .forEach(person -> originals.put(person.name(), person.insteadOf()));
        int line = 0;
        for (NamedPerson person : people.values()) {
            String original = originals.get(person.insteadOf());
            if (original != null) {
                throw InvitationError.SUBSTITUTE_OF_SUBSTITUTE.with(
                        Map.of("field", "insteadOf-" + line, "substitute", person.insteadOf(), "original", original));
            }
            line++;
        }
    }

    /** Puts these down and takes the others away. The receipt itself is there. */
    void replace(UUID meetingId, UUID unitId, List<NamedPerson> people) {
        Map<String, Attendee> before = new LinkedHashMap<>();
        of(meetingId, unitId).forEach(one -> before.putIfAbsent(one.name(), one));
        Map<String, UUID> known = people.isEmpty() ? Map.of() : peopleOf(unitId);
        Map<NamedPerson, Attendee> kept = new LinkedHashMap<>();
        people.forEach(person -> keep(person, before.remove(person.name()), kept));
        people.stream()
                .filter(person -> !kept.containsKey(person))
                .forEach(person -> keep(person, before.remove(person.insteadOf()), kept));
        before.values().forEach(one -> attendees.remove(one.id()));
        List<UUID> ids = new ArrayList<>();
        for (NamedPerson person : people) {
            Attendee attendee = attendee(meetingId, unitId, person, kept.get(person), known.get(person.name()));
            attendees.put(attendee);
            ids.add(attendee.id());
        }
        store.name(meetingId, unitId, ids);
    }

    private static void keep(NamedPerson person, @Nullable Attendee before, Map<NamedPerson, Attendee> kept) {
        if (before != null) {
            kept.put(person, before);
        }
    }

    private Attendee attendee(
            UUID meetingId, UUID unitId, NamedPerson person, @Nullable Attendee before, @Nullable UUID personId) {
        return new Attendee(
                before == null ? TimeOrderedIds.next(clock) : before.id(),
                meetingId,
                unitId,
                personId,
                person.name(),
                person.title(),
                before != null && RankClass.of(before.rank()) == person.rank()
                        ? before.rank()
                        : person.rank().rank(),
                before == null ? Attendee.Part.MEMBER : before.part(),
                before == null ? "" : before.site(),
                person.telephone().isEmpty() ? null : person.telephone(),
                person.insteadOf().isEmpty() ? null : person.insteadOf(),
                person.insteadReason().isEmpty() ? null : person.insteadReason());
    }

    /** People who hold a post in the unit, by name; namesakes are left out. */
    private Map<String, UUID> peopleOf(UUID unitId) {
        List<UUID> posts = organization.postsOf(unitId).stream().map(Post::id).toList();
        List<UUID> holders = organization.holdersOf(posts, LocalDate.now(clock.withZone(zone))).stream()
                .map(Holding::personId)
                .toList();
        Map<String, UUID> byName = new HashMap<>();
        Set<String> namesakes = new HashSet<>();
        organization.people(holders).values().forEach(person -> {
            if (byName.put(person.name(), person.id()) != null) {
                namesakes.add(person.name());
            }
        });
        byName.keySet().removeAll(namesakes);
        return byName;
    }
}
