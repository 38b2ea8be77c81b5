package org.luoshi.access.core;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.platform.ActorSource;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who somebody is at this moment. Asked at each request, so an answer is kept for a few seconds: a change on another node is seen after
 * {@link #KEPT} at the latest, a change on this one at once.
 */
@Component
public class Standings implements ActorSource {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final AccessSettings settings;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    Standings(JdbcClient jdbc, OrganizationApi organization, AccessSettings settings, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Actor actorOf(Principal principal) {
        return of(UUID.fromString(principal.getName())).actor();
    }

    public Standing of(UUID personId) {
        Instant now = clock.instant();
        Kept known = kept.get(personId);
        if (known != null && !now.isBefore(known.since) && now.isBefore(known.since.plus(KEPT))) {
            return known.standing;
        }
        Standing standing = read(personId);
        kept.put(personId, new Kept(standing, now));
        return standing;
    }

    /** Whether the person may come in today: an account that is not disabled, and not somebody who has left. */
    public boolean isOpen(UUID personId) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return organization.person(personId).isPresent()
                && !organization.hasLeft(personId, today)
                && of(personId).open();
    }

    /** To be called by whatever changes accounts, roles or posts. */
    void forget() {
        kept.clear();
    }

    Map<UUID, Set<Role>> rolesOf(Collection<UUID> postIds) {
        Map<UUID, Set<Role>> roles = new HashMap<>();
        jdbc.sql("select post_id, role from access.post_role where post_id = any(:ids)")
                .param("ids", Sql.ids(postIds))
                .query(PostRole.class)
                .list()
                .forEach(row -> roles.computeIfAbsent(row.postId(), id -> EnumSet.noneOf(Role.class))
                        .add(row.role()));
        return roles;
    }

    private Standing read(UUID personId) {
        if (personId.equals(Actor.SYSTEM_ID)) {
            return new Standing(Actor.system(), false, false);
        }
        Person person = organization
                .person(personId)
                .orElseThrow(() -> AccessError.UNKNOWN_PERSON.with(Map.of("id", personId)));
        AccountState state = jdbc.sql("""
                        select a.person_id is not null and not a.disabled as open, coalesce(a.must_change, false) as must_change,
                               a.password_changed_at, r.role
                        from (select :person::uuid as id) p
                        left join access.account a on a.person_id = p.id
                        left join access.person_role r on r.person_id = p.id
                        """)
                .param("person", personId)
                .query(AccountState.class)
                .single();
        Set<Role> administrative = state.role() == null ? Set.of() : Set.of(state.role());
        Actor actor = new Actor(personId, person.name(), seatsOf(personId, administrative.isEmpty()), administrative);
        return new Standing(actor, state.open(), state.mustChange() || isOld(state.passwordChangedAt()));
    }

    /** An administrator may sit on a post but never acts with its roles, whatever the tables say. */
    private List<Seat> seatsOf(UUID personId, boolean withRoles) {
        List<Post> posts = organization.postsHeldBy(personId, LocalDate.now(clock.withZone(zone)));
        if (posts.isEmpty()) {
            return List.of();
        }
        Map<UUID, Unit> units =
                organization.units(posts.stream().map(Post::unitId).distinct().toList());
        Map<UUID, Set<Role>> roles =
                withRoles ? rolesOf(posts.stream().map(Post::id).toList()) : Map.of();
        return posts.stream()
                .map(post -> new Seat(
                        post.id(),
                        post.unitId(),
                        units.containsKey(post.unitId())
                                ? units.get(post.unitId()).shortName()
                                : "",
                        post.title(),
                        roles.getOrDefault(post.id(), Set.of()),
                        post.servesPostId()))
                .toList();
    }

    private boolean isOld(@Nullable Instant changedAt) {
        return changedAt != null
                && !settings.passwordMaxAge().isZero()
                && changedAt.plus(settings.passwordMaxAge()).isBefore(clock.instant());
    }

    private record Kept(Standing standing, Instant since) {}

    record PostRole(UUID postId, Role role) {}

    record AccountState(
            boolean open,
            boolean mustChange,
            @Nullable Instant passwordChangedAt,
            @Nullable Role role) {}
}
