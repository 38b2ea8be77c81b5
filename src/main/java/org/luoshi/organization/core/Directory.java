package org.luoshi.organization.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Holding;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks up units, posts, people and holders; never changes anything. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class Directory {

    private static final Comparator<Unit> AMONG_SIBLINGS =
            Comparator.comparingInt(Unit::order).thenComparing(Unit::id);

    private final UnitStore units;
    private final PostStore posts;
    private final PersonStore people;
    private final ZoneId zone;
    private final Clock clock;

    Directory(UnitStore units, PostStore posts, PersonStore people, ZoneId zone, Clock clock) {
        this.units = units;
        this.posts = posts;
        this.people = people;
        this.zone = zone;
        this.clock = clock;
    }

    public Optional<Unit> office() {
        return units.office();
    }

    public Optional<Unit> unit(UUID id) {
        return units.find(id);
    }

    public Map<UUID, Unit> units(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : byId(units.all(ids), Unit::id);
    }

    /** Depth first, siblings in the official order. A unit whose parent is not valid on that day stands with the roots. */
    public List<Unit> unitsOn(LocalDate day) {
        return depthFirst(units.validOn(day));
    }

    public Set<UUID> subtree(Collection<UUID> unitIds) {
        return unitIds.isEmpty() ? Set.of() : units.subtree(unitIds);
    }

    /** These units as the official order of the whole tree has them. */
    public List<Unit> inOfficialOrder(Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        Set<UUID> withAncestors = new HashSet<>(wanted);
        units(ids).values().forEach(unit -> withAncestors.addAll(unit.path()));
        return depthFirst(units(withAncestors).values()).stream()
                .filter(unit -> wanted.contains(unit.id()))
                .toList();
    }

    public Optional<Post> post(UUID id) {
        return posts.find(id);
    }

    public Map<UUID, Post> posts(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : byId(posts.all(ids), Post::id);
    }

    /** The posts of a unit that exist today or later, in their order. */
    public List<Post> postsOf(UUID unitId) {
        return posts.of(unitId, today());
    }

    public List<Post> postsOf(Collection<UUID> unitIds) {
        return unitIds.isEmpty() ? List.of() : posts.of(unitIds, today());
    }

    public Optional<Person> person(UUID id) {
        return people.find(id);
    }

    public boolean hasLeft(UUID id, LocalDate day) {
        return people.leftOn(id).filter(last -> last.isBefore(day)).isPresent();
    }

    public Map<UUID, Person> people(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : byId(people.all(ids), Person::id);
    }

    /** People who have not left, by part of the name or pinyin initials. */
    public List<Person> searchPeople(String query, int limit) {
        return people.search(query, false, limit, 0);
    }

    public List<Person> peopleWithEmail(String address) {
        return people.withEmail(address);
    }

    public List<Post> postsHeldBy(UUID personId, LocalDate day) {
        return posts.heldBy(personId, day);
    }

    public List<Holding> holdersOf(Collection<UUID> postIds, LocalDate day) {
        return postIds.isEmpty() ? List.of() : posts.holdersOn(postIds, day);
    }

    private static List<Unit> depthFirst(Collection<Unit> some) {
        Set<UUID> known = some.stream().map(Unit::id).collect(Collectors.toSet());
        Map<@Nullable UUID, List<Unit>> children = new HashMap<>();
        for (Unit unit : some) {
            UUID parent = unit.parentId();
            children.computeIfAbsent(known.contains(parent) ? parent : null, key -> new ArrayList<>())
                    .add(unit);
        }
        children.values().forEach(siblings -> siblings.sort(AMONG_SIBLINGS.reversed()));
        Deque<Unit> next = new ArrayDeque<>();
        children.getOrDefault(null, List.of()).forEach(next::push);
        List<Unit> ordered = new ArrayList<>(some.size());
        while (!next.isEmpty()) {
            Unit unit = next.pop();
            ordered.add(unit);
            children.getOrDefault(unit.id(), List.of()).forEach(next::push);
        }
        return ordered;
    }

    private static <T> Map<UUID, T> byId(Collection<T> all, Function<T, UUID> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
