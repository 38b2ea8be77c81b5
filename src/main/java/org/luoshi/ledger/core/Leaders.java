package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InstructingLeader;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Posts from which instructions come, with who holds them. */
@Component
public class Leaders {

    private final AccessApi access;
    private final OrganizationApi organization;
    private final ZoneId zone;
    private final Clock clock;

    Leaders(AccessApi access, OrganizationApi organization, ZoneId zone, Clock clock) {
        this.access = access;
        this.organization = organization;
        this.zone = zone;
        this.clock = clock;
    }

    public List<InstructingLeader> today() {
        List<UUID> postIds = access.postsWith(Role.INSTRUCTING_LEADER);
        Map<UUID, Post> posts = organization.posts(postIds);
        List<Holding> holdings = organization.holdersOf(postIds, LocalDate.now(clock.withZone(zone)));
        Map<UUID, Person> people =
                organization.people(holdings.stream().map(Holding::personId).toList());
        List<InstructingLeader> leaders = new ArrayList<>();
        for (Holding holding : holdings) {
            Person person = people.get(holding.personId());
            Post post = posts.get(holding.postId());
            if (person != null && post != null) {
                leaders.add(new InstructingLeader(post.id(), person.name(), post.title()));
            }
        }
        return leaders;
    }
}
