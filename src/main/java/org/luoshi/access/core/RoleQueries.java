package org.luoshi.access.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.UnitKind;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which posts and people hold a role today. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class RoleQueries {

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final Standings standings;
    private final Clock clock;
    private final ZoneId zone;

    RoleQueries(JdbcClient jdbc, OrganizationApi organization, Standings standings, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.standings = standings;
        this.clock = clock;
        this.zone = zone;
    }

    public boolean hasAccounts() {
        return jdbc.sql("select exists (select 1 from access.account)")
                .query(Boolean.class)
                .single();
    }

    public List<UUID> posts(Role role) {
        return jdbc.sql("select post_id from access.post_role where role = :role")
                .param("role", role.name())
                .query(UUID.class)
                .list();
    }

    public List<UUID> posts(Role role, Collection<UUID> unitIds) {
        List<UUID> posts = organization.postsOf(unitIds).stream().map(Post::id).toList();
        return jdbc.sql("select post_id from access.post_role where role = :role and post_id = any(:posts)")
                .param("role", role.name())
                .param("posts", Sql.ids(posts))
                .query(UUID.class)
                .list();
    }

    /** For an administrative role the people it was given to. */
    public List<UUID> holders(Role role) {
        return role.isAdministrative() ? people(role) : sittingOn(posts(role));
    }

    public List<UUID> holders(UUID unitId, Role role) {
        return sittingOn(posts(role, Set.of(unitId)));
    }

    /** Unit by unit; units where nobody holds it are left out. */
    public Map<UUID, List<UUID>> holders(Collection<UUID> unitIds, Role role) {
        Set<UUID> withRole = new HashSet<>(posts(role, unitIds));
        Map<UUID, UUID> unitOfPost =
                organization.posts(withRole).values().stream().collect(Collectors.toMap(Post::id, Post::unitId));
        Map<UUID, Set<UUID>> holders = new HashMap<>();
        organization
                .holdersOf(withRole, today())
                .forEach(holding -> holders.computeIfAbsent(
                                Objects.requireNonNull(unitOfPost.get(holding.postId())), id -> new LinkedHashSet<>())
                        .add(holding.personId()));
        return holders.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** The units of today in the official order, for a choice; the area that is shown goes first, for areas are no part of the directory. */
    public List<Choice> units(@Nullable UUID shown, Actor viewer) {
        Rights.requireAdministrator(viewer);
        Stream<Choice> area = Optional.ofNullable(shown).flatMap(organization::unit).stream()
                .filter(unit -> unit.kind() == UnitKind.AREA)
                .map(unit -> new Choice(
                        unit.id(), organization.fullNames(List.of(unit)).getOrDefault(unit.id(), unit.name()), 0));
        Stream<Choice> directory = organization.unitsOn(today()).stream()
                .map(unit -> new Choice(unit.id(), unit.shortName(), unit.path().size() - 1));
        return Stream.concat(area, directory).toList();
    }

    /** The posts of a unit with who sits there and what they may do. */
    public List<PostRoles> postsOf(UUID unitId, Actor viewer) {
        Rights.requireAdministrator(viewer);
        List<Post> posts = organization.postsOf(unitId);
        List<UUID> ids = posts.stream().map(Post::id).toList();
        Map<UUID, Set<Role>> roles = standings.rolesOf(ids);
        Map<UUID, List<UUID>> holders = ids.isEmpty()
                ? Map.of()
                : organization.holdersOf(ids, today()).stream()
                        .collect(Collectors.groupingBy(
                                Holding::postId, Collectors.mapping(Holding::personId, Collectors.toList())));
        Map<UUID, Person> people = organization.people(
                holders.values().stream().flatMap(List::stream).distinct().toList());
        return posts.stream()
                .map(post -> new PostRoles(
                        post.id(),
                        post.title(),
                        holders.getOrDefault(post.id(), List.of()).stream()
                                .map(people::get)
                                .filter(Objects::nonNull)
                                .map(Person::name)
                                .toList(),
                        roles.getOrDefault(post.id(), Set.of())))
                .toList();
    }

    private List<UUID> people(Role role) {
        return jdbc.sql("select person_id from access.person_role where role = :role")
                .param("role", role.name())
                .query(UUID.class)
                .list();
    }

    private List<UUID> sittingOn(List<UUID> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        return organization.holdersOf(posts, today()).stream()
                .map(Holding::personId)
                .distinct()
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** A unit to choose, with its depth in the tree. */
    public record Choice(UUID id, String name, int depth) {

        public String indented() {
            return "　".repeat(Math.max(0, depth)) + name;
        }
    }

    /** A post with its holders of today and its roles. */
    public record PostRoles(UUID id, String title, List<String> holders, Set<Role> roles) {

        /** Roles that could still be given to it. */
        public List<Role> open() {
            return Stream.of(Role.values())
                    .filter(role -> !role.isAdministrative() && !roles.contains(role))
                    .toList();
        }
    }
}
