package org.luoshi.notices.core;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.obligations.Obligation;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.shared.Role;

/** Who owes an obligation today, as people. Remembers answers; made anew for each sweep. */
final class Owners {

    private final AccessApi access;
    private final OrganizationApi organization;
    private final LocalDate today;
    private final Map<Seat, Set<UUID>> known = new HashMap<>();

    Owners(AccessApi access, OrganizationApi organization, LocalDate today) {
        this.access = access;
        this.organization = organization;
        this.today = today;
    }

    Set<UUID> of(Obligation obligation) {
        UUID person = obligation.personId();
        return person != null
                ? Set.of(person)
                : known.computeIfAbsent(new Seat(obligation.unitId(), obligation.role()), this::lookUp);
    }

    private Set<UUID> lookUp(Seat seat) {
        if (seat.role() != null) {
            return Set.copyOf(access.holders(seat.unitId(), seat.role()));
        }
        Set<UUID> liaisons = Set.copyOf(access.holders(seat.unitId(), Role.UNIT_LIAISON));
        return liaisons.isEmpty() ? everybodyIn(seat.unitId()) : liaisons;
    }

    /** Where anybody may act, the liaison officer is told; the whole unit only where there is none. */
    private Set<UUID> everybodyIn(UUID unitId) {
        List<UUID> posts = organization.postsOf(unitId).stream().map(Post::id).toList();
        return organization.holdersOf(posts, today).stream()
                .map(Holding::personId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Seat(UUID unitId, @Nullable Role role) {}
}
