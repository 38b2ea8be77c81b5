package org.luoshi.meetings.preparation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Who may prepare meetings: everybody with a post in the office or one of its divisions, but not the leaders. */
@Component
public class PreparationPool {

    private static final List<Role> LEADERS =
            List.of(Role.INSTRUCTING_LEADER, Role.OFFICE_LEADER, Role.LEADERS_SECRETARY);

    private final OrganizationApi organization;
    private final AccessApi access;

    PreparationPool(OrganizationApi organization, AccessApi access) {
        this.organization = organization;
        this.access = access;
    }

    /** Somebody who can be given a task, with the unit in which they have it on their desk. */
    public record Preparer(UUID personId, String name, UUID unitId, String unit) {}

    /** By person, in the order of divisions and posts. */
    public Map<UUID, Preparer> on(LocalDate day) {
        Map<UUID, Preparer> pool = new LinkedHashMap<>();
        Unit office = organization.office().orElse(null);
        if (office == null) {
            return pool;
        }
        List<Unit> units = Stream.concat(organization.childrenOf(office.id(), day).stream(), Stream.of(office))
                .toList();
        Map<UUID, Unit> unitOfPost = new LinkedHashMap<>();
        units.forEach(unit -> organization.postsOf(unit.id()).forEach(post -> unitOfPost.put(post.id(), unit)));
        List<Holding> holdings = organization.holdersOf(new ArrayList<>(unitOfPost.keySet()), day);
        Map<UUID, Holding> byPost =
                holdings.stream().collect(Collectors.toMap(Holding::postId, holding -> holding, (one, other) -> one));
        Map<UUID, Person> people = organization.people(
                holdings.stream().map(Holding::personId).distinct().toList());
        Set<UUID> leaders =
                LEADERS.stream().flatMap(role -> access.holders(role).stream()).collect(Collectors.toSet());
        unitOfPost.forEach((post, unit) -> {
            Holding holding = byPost.get(post);
            Person person = holding == null ? null : people.get(holding.personId());
            if (person != null && !leaders.contains(person.id())) {
                pool.putIfAbsent(person.id(), new Preparer(person.id(), person.name(), unit.id(), unit.shortName()));
            }
        });
        return pool;
    }

    /** The unit in which somebody has a task on their desk; that of the meeting where they have no post. */
    UUID unitOf(UUID personId, LocalDate day, UUID otherwise) {
        return organization.postsHeldBy(personId, day).stream()
                .map(Post::unitId)
                .findFirst()
                .orElse(otherwise);
    }
}
