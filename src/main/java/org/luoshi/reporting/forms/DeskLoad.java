package org.luoshi.reporting.forms;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.access.AccessApi;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** What stands open on the desks of the units that have people here, of whatever kind. */
@Component
class DeskLoad {

    private final AccessApi access;
    private final OrganizationApi organization;
    private final PlaceQueries places;
    private final ObligationsApi obligations;

    DeskLoad(AccessApi access, OrganizationApi organization, PlaceQueries places, ObligationsApi obligations) {
        this.access = access;
        this.organization = organization;
        this.places = places;
        this.obligations = obligations;
    }

    /** How many units have people, and how much is open there. */
    record Load(int desks, int open) {}

    Load of(List<TargetStore.Range> asked) {
        Set<UUID> posts = Stream.of(Role.UNIT_LIAISON, Role.UNIT_HEAD)
                .flatMap(role -> access.postsWith(role).stream())
                .collect(Collectors.toSet());
        Set<UUID> staffed =
                organization.posts(posts).values().stream().map(Post::unitId).collect(Collectors.toSet());
        List<UUID> units = places.ofUnits(staffed).stream()
                .filter(place -> asked.stream().anyMatch(range -> range.contains(place.key())))
                .map(Place::unitId)
                .toList();
        return units.isEmpty()
                ? new Load(0, 0)
                : new Load(units.size(), obligations.figures(units, 0).open());
    }
}
