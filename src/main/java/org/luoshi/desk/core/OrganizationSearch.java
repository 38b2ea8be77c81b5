package org.luoshi.desk.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.platform.SearchHit;
import org.springframework.stereotype.Component;

/** Finds units and people, by pinyin initials too; they stand below what the rooms find. */
@Component
class OrganizationSearch {

    private final OrganizationApi organization;
    private final Clock clock;
    private final ZoneId zone;

    OrganizationSearch(OrganizationApi organization, Clock clock, ZoneId zone) {
        this.organization = organization;
        this.clock = clock;
        this.zone = zone;
    }

    List<SearchHit> search(String query, int limit) {
        List<SearchHit> hits = new ArrayList<>();
        List<Unit> units = organization.searchUnits(query, limit);
        Map<UUID, String> fullNames = organization.fullNames(units);
        units.forEach(unit -> hits.add(unit(unit, fullNames.getOrDefault(unit.id(), unit.name()))));
        organization.searchPeople(query, limit).forEach(person -> hits.add(person(person)));
        return hits;
    }

    private static SearchHit unit(Unit unit, String fullName) {
        String sub = fullName.equals(unit.shortName()) ? "" : fullName;
        return new SearchHit("desk.search.units", unit.shortName(), sub, "/units/" + unit.id());
    }

    /** Where a person sits tells namesakes apart. */
    private SearchHit person(Person person) {
        List<Post> posts = organization.postsHeldBy(person.id(), LocalDate.now(clock.withZone(zone)));
        Map<UUID, Unit> units =
                organization.units(posts.stream().map(Post::unitId).collect(Collectors.toSet()));
        String sits = posts.stream()
                .map(post -> Optional.ofNullable(units.get(post.unitId()))
                                .map(Unit::shortName)
                                .orElse("") + " " + post.title())
                .collect(Collectors.joining("、"));
        String telephone = person.telephone() == null ? "" : "　" + person.telephone();
        return new SearchHit("desk.search.people", person.name(), sits + telephone, "/people/" + person.id());
    }
}
