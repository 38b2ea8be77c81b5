package org.luoshi.access.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which posts and people hold a role today. */
@Component
@Transactional(readOnly = true)
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

    public Set<Role> ofPost(UUID postId) {
        return standings.rolesOf(Set.of(postId)).getOrDefault(postId, Set.of());
    }

    public List<UUID> posts(Role role) {
        return jdbc.sql("select post_id from access.post_role where role = :role")
                .param("role", role.name())
                .query(UUID.class)
                .list();
    }

    public List<UUID> posts(Role role, Collection<UUID> unitIds) {
        return organization.posts(posts(role)).values().stream()
                .filter(post -> unitIds.contains(post.unitId()))
                .map(Post::id)
                .toList();
    }

    /** For an administrative role the people it was given to. */
    public List<UUID> holders(Role role) {
        return role.isAdministrative() ? people(role) : sittingOn(posts(role));
    }

    public List<UUID> holders(UUID unitId, Role role) {
        return sittingOn(posts(role, Set.of(unitId)));
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
        return organization.holdersOf(posts, LocalDate.now(clock.withZone(zone))).stream()
                .map(Holding::personId)
                .distinct()
                .toList();
    }
}
