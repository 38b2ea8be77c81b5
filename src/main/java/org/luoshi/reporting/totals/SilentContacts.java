package org.luoshi.reporting.totals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom to ask about a unit: its liaison, else its head, else the contact that was noted for it. */
@Component
@Transactional(readOnly = true)
public class SilentContacts {

    private static final List<Role> WHOM_TO_ASK = List.of(Role.UNIT_LIAISON, Role.UNIT_HEAD);

    private final JdbcClient jdbc;
    private final PlaceQueries places;
    private final AccessApi access;
    private final OrganizationApi organization;
    private final ZoneId zone;
    private final Clock clock;

    SilentContacts(
            JdbcClient jdbc,
            PlaceQueries places,
            AccessApi access,
            OrganizationApi organization,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.access = access;
        this.organization = organization;
        this.zone = zone;
        this.clock = clock;
    }

    public List<SilentUnit> of(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<Long, Place> found = places.all(keys);
        Map<Long, String> names = places.fullNames(keys);
        Map<Long, Contact> noted = noted(keys);
        Map<UUID, List<Person>> people =
                people(found.values().stream().map(Place::unitId).toList());
        return keys.stream()
                .filter(found::containsKey)
                .map(found::get)
                .map(place -> unit(
                        place,
                        names.getOrDefault(place.key(), place.name()),
                        people.getOrDefault(place.unitId(), List.of()),
                        noted.get(place.key())))
                .toList();
    }

    /** The people to ask in each unit that has any, liaisons before heads. */
    Map<UUID, List<Person>> people(Collection<UUID> units) {
        Map<UUID, List<Person>> people = new HashMap<>();
        for (Role role : WHOM_TO_ASK) {
            Map<UUID, Post> posts = organization.posts(access.postsWith(role, units));
            List<Holding> holdings = organization.holdersOf(posts.keySet(), LocalDate.now(clock.withZone(zone)));
            Map<UUID, Person> holders =
                    organization.people(holdings.stream().map(Holding::personId).toList());
            for (Holding holding : holdings) {
                Post post = posts.get(holding.postId());
                Person person = holders.get(holding.personId());
                if (post != null && person != null) {
                    List<Person> ofUnit = people.computeIfAbsent(post.unitId(), unit -> new ArrayList<>());
                    if (!ofUnit.contains(person)) {
                        ofUnit.add(person);
                    }
                }
            }
        }
        return people;
    }

    private SilentUnit unit(Place place, String fullName, List<Person> people, @Nullable Contact noted) {
        Person first = people.isEmpty() ? null : people.get(0);
        String telephone = first == null ? null : first.telephone();
        return new SilentUnit(
                place.key(),
                place.unitId(),
                place.code(),
                place.name(),
                fullName,
                first != null ? first.name() : noted == null ? null : noted.name(),
                telephone != null ? telephone : noted == null ? null : noted.telephone(),
                people.stream().map(Person::id).filter(access::isOpen).toList());
    }

    private Map<Long, Contact> noted(Collection<Long> keys) {
        return jdbc
                .sql("select place, name, telephone from reporting.contact where place = any(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .query(Contact.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Contact::place, Function.identity()));
    }

    record Contact(long place, String name, String telephone) {}
}
