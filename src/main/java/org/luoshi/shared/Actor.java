package org.luoshi.shared;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who does something, with the posts held at this moment. Passed explicitly: nothing below the web layer reads the security context.
 *
 * @param personId the person; {@link #SYSTEM_ID} when the house itself acts (a sweep, a start)
 * @param administrativeRoles roles given to the person and not to a post
 */
public record Actor(UUID personId, String name, List<Seat> seats, Set<Role> administrativeRoles) {

    public static final UUID SYSTEM_ID = new UUID(0, 0);

    public Actor {
        seats = List.copyOf(seats);
        administrativeRoles = Set.copyOf(administrativeRoles);
    }

    /** The house itself. */
    public static Actor system() {
        return new Actor(SYSTEM_ID, "落实", List.of(), Set.of());
    }

    public Set<Role> roles() {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(administrativeRoles);
        seats.forEach(seat -> all.addAll(seat.roles()));
        return all;
    }

    public boolean has(Role role) {
        return administrativeRoles.contains(role)
                || seats.stream().anyMatch(seat -> seat.roles().contains(role));
    }

    public boolean hasAny(Collection<Role> wanted) {
        return wanted.stream().anyMatch(this::has);
    }

    /** The units in which this role is held. */
    public Set<UUID> unitsAs(Role role) {
        return seats.stream()
                .filter(seat -> seat.roles().contains(role))
                .map(Seat::unitId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All units in which any post is held. */
    public Set<UUID> unitIds() {
        return seats.stream().map(Seat::unitId).collect(Collectors.toUnmodifiableSet());
    }

    /** A few words that say from where somebody acts: "督查处 督查员"; empty for the house itself. */
    public String from() {
        return seats.isEmpty() ? "" : seats.get(0).unitName();
    }
}
