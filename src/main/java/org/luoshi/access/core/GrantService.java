package org.luoshi.access.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.organization.PostHandedOver;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes roles; keeps administrators apart from each other and from the work. */
@Service
@Transactional
public class GrantService {

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final Standings standings;
    private final Clock clock;
    private final ZoneId zone;

    GrantService(
            JdbcClient jdbc,
            OrganizationApi organization,
            HistoryApi history,
            Standings standings,
            Clock clock,
            ZoneId zone) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.history = history;
        this.standings = standings;
        this.clock = clock;
        this.zone = zone;
    }

    public void grantToPost(UUID postId, Role role, Actor actor) {
        Rights.require(Role.SECURITY_ADMINISTRATOR, actor);
        if (role.isAdministrative()) {
            throw AccessError.ROLE_FOR_PEOPLE.plain();
        }
        oneGrantAtATime();
        if (organization.post(postId).isEmpty()) {
            throw AccessError.UNKNOWN_POST.with(Map.of("id", postId));
        }
        List<UUID> holders = organization.holdersOf(List.of(postId), today()).stream()
                .map(Holding::personId)
                .toList();
        if (holders.stream().anyMatch(holder -> administrativeRole(holder).isPresent())) {
            throw AccessError.POST_OF_ADMINISTRATOR.plain();
        }
        int given = jdbc.sql(
                        "insert into access.post_role (post_id, role) values (:post, :role) on conflict do nothing")
                .param("post", postId)
                .param("role", role.name())
                .update();
        if (given > 0) {
            tell(postId, "given", role, actor);
        }
    }

    public void takeFromPost(UUID postId, Role role, Actor actor) {
        Rights.require(Role.SECURITY_ADMINISTRATOR, actor);
        int taken = jdbc.sql("delete from access.post_role where post_id = :post and role = :role")
                .param("post", postId)
                .param("role", role.name())
                .update();
        if (taken > 0) {
            tell(postId, "taken", role, actor);
        }
    }

    public void grantToPerson(UUID personId, Role role, Actor actor) {
        Rights.require(Role.SECURITY_ADMINISTRATOR, actor);
        if (!role.isAdministrative()) {
            throw AccessError.ROLE_FOR_POSTS.plain();
        }
        oneGrantAtATime();
        if (organization.person(personId).isEmpty()) {
            throw AccessError.UNKNOWN_PERSON.with(Map.of("id", personId));
        }
        List<UUID> posts = organization.postsHeldBy(personId, today()).stream()
                .map(Post::id)
                .toList();
        if (!standings.rolesOf(posts).isEmpty()) {
            throw AccessError.ADMINISTRATOR_ON_POST.plain();
        }
        int given = jdbc.sql(
                        "insert into access.person_role (person_id, role) values (:person, :role) on conflict do nothing")
                .param("person", personId)
                .param("role", role.name())
                .update();
        if (given > 0) {
            tell(personId, "given", role, actor);
        } else if (!Optional.of(role).equals(administrativeRole(personId))) {
            throw AccessError.ADMINISTRATOR_TWICE.plain();
        }
    }

    public void takeFromPerson(UUID personId, Actor actor) {
        Rights.require(Role.SECURITY_ADMINISTRATOR, actor);
        oneGrantAtATime();
        Optional<Role> role = administrativeRole(personId);
        if (role.isEmpty()) {
            return;
        }
        if (role.get() != Role.AUDITOR && isLast(personId, role.get())) {
            throw AccessError.LAST_ADMINISTRATOR.plain();
        }
        jdbc.sql("delete from access.person_role where person_id = :person")
                .param("person", personId)
                .update();
        tell(personId, "taken", role.get(), actor);
    }

    /** In the same transaction as the hand-over, so that it is refused as a whole. */
    @EventListener
    void keepAdministratorsOffTheWork(PostHandedOver handedOver) {
        standings.forget();
        UUID person = handedOver.toPersonId();
        if (person != null
                && administrativeRole(person).isPresent()
                && !standings.rolesOf(Set.of(handedOver.postId())).isEmpty()) {
            throw AccessError.ADMINISTRATOR_ON_POST.plain();
        }
    }

    private Optional<Role> administrativeRole(UUID personId) {
        return jdbc.sql("select role from access.person_role where person_id = :person")
                .param("person", personId)
                .query(Role.class)
                .optional();
    }

    private boolean isLast(UUID personId, Role role) {
        return jdbc.sql("""
                        select not exists (select 1 from access.person_role r join access.account a using (person_id)
                                           where r.role = :role and r.person_id <> :person and not a.disabled)
                        """)
                .param("role", role.name())
                .param("person", personId)
                .query(Boolean.class)
                .single();
    }

    /** Two grants at the same time could each find the other not there yet. */
    private void oneGrantAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.grant'))::text")
                .query(String.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private void tell(UUID scopeId, String action, Role role, Actor actor) {
        standings.forget();
        history.record(
                new HistoryFact(
                        scopeId, "access.role", scopeId, action + "-" + role.name(), Map.of("role", role.name()), null),
                actor);
    }
}
