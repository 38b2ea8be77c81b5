package org.luoshi.ledger.demonstration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** The people of the invented office by what they do. */
final class Cast {

    private final AccessApi access;
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<UUID, Actor> known = new HashMap<>();
    private final Map<UUID, Optional<Actor>> handlers = new HashMap<>();
    private final Map<Role, List<Actor>> byRole = new EnumMap<>(Role.class);
    private final List<Actor> officers;
    private final List<UUID> leaderPosts;

    Cast(OrganizationApi organization, AccessApi access, LocalDate today) {
        this.access = access;
        organization.unitsOn(today).forEach(unit -> units.put(unit.shortName(), unit));
        for (Role role : Role.values()) {
            byRole.put(
                    role,
                    access.holders(role).stream()
                            .map(this::actor)
                            .sorted(Comparator.comparing(Actor::name))
                            .toList());
        }
        officers = all(Role.OFFICER);
        leaderPosts = organization.posts(access.postsWith(Role.INSTRUCTING_LEADER)).values().stream()
                .sorted(Comparator.comparingInt(Post::order))
                .map(Post::id)
                .toList();
        for (Unit unit : units.values()) {
            if (unit.kind() == UnitKind.UNIT) {
                handlers.put(
                        unit.id(),
                        organization.subtree(List.of(unit.id())).stream()
                                .flatMap(id -> access.holders(id, Role.HANDLER).stream())
                                .findFirst()
                                .map(this::actor));
            }
        }
    }

    private Actor actor(UUID personId) {
        return known.computeIfAbsent(personId, access::actor);
    }

    Unit unit(String shortName) {
        return Objects.requireNonNull(units.get(shortName), shortName);
    }

    String name(UUID unitId) {
        return units.values().stream()
                .filter(unit -> unit.id().equals(unitId))
                .findFirst()
                .orElseThrow()
                .shortName();
    }

    List<Actor> officers() {
        return officers;
    }

    Actor officer(UUID personId) {
        return actor(personId);
    }

    /** An officer who is not this one. */
    Actor colleagueOf(Actor officer) {
        return officers.get((officers.indexOf(officer) + 1) % officers.size());
    }

    Actor director() {
        return only(Role.OFFICE_DIRECTOR);
    }

    Actor officeLeader() {
        return only(Role.OFFICE_LEADER);
    }

    Actor archivist() {
        return only(Role.ARCHIVIST);
    }

    private Actor only(Role role) {
        return all(role).get(0);
    }

    private List<Actor> all(Role role) {
        return byRole.getOrDefault(role, List.of());
    }

    UUID leaderPost(int number) {
        return leaderPosts.get(number - 1);
    }

    Actor leader(int number) {
        return all(Role.INSTRUCTING_LEADER).stream()
                .filter(actor -> actor.seats().get(0).postId().equals(leaderPost(number)))
                .findFirst()
                .orElseThrow();
    }

    Actor secretary(int number) {
        return all(Role.LEADERS_SECRETARY).stream()
                .filter(actor -> leaderPost(number).equals(actor.seats().get(0).servesPostId()))
                .findFirst()
                .orElseThrow();
    }

    Actor head(UUID unitId) {
        return of(unitId, Role.UNIT_HEAD);
    }

    Actor liaison(UUID unitId) {
        return of(unitId, Role.UNIT_LIAISON);
    }

    private Actor of(UUID unitId, Role role) {
        return all(role).stream()
                .filter(actor -> actor.seats().get(0).unitId().equals(unitId))
                .findFirst()
                .orElseThrow();
    }

    Optional<Actor> handler(UUID unitId) {
        return handlers.getOrDefault(unitId, Optional.empty());
    }

    List<Actor> everybody() {
        return List.copyOf(known.values());
    }
}
