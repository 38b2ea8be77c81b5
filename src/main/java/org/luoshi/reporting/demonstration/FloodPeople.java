package org.luoshi.reporting.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The invented people who ask, report and look, by what they do. */
@Component
class FloodPeople {

    private final OrganizationApi organization;
    private final AccessApi access;

    FloodPeople(OrganizationApi organization, AccessApi access) {
        this.organization = organization;
        this.access = access;
    }

    Unit unit(String code) {
        return organization.unitByCode(code).orElseThrow();
    }

    /** Who reports for an area, where it has somebody here. */
    Optional<Actor> liaison(String code) {
        return access.holders(unit(code).id(), Role.UNIT_LIAISON).stream()
                .findFirst()
                .map(access::actor);
    }

    /** Who enters it: the area's own liaison, else the one of the area above. */
    Actor sender(String code) {
        return liaison(code).or(() -> liaison(code.substring(0, 6))).orElseThrow();
    }

    List<Actor> officers() {
        return all(Role.OFFICER);
    }

    Actor director() {
        return all(Role.OFFICE_DIRECTOR).get(0);
    }

    Actor officeLeader() {
        return all(Role.OFFICE_LEADER).get(0);
    }

    /** All who may have been told something. */
    List<Actor> everybody() {
        List<Actor> everybody = new ArrayList<>(officers());
        everybody.add(director());
        everybody.add(officeLeader());
        everybody.addAll(all(Role.UNIT_LIAISON));
        return everybody;
    }

    private List<Actor> all(Role role) {
        return access.holders(role).stream()
                .map(access::actor)
                .sorted(Comparator.comparing(Actor::name))
                .toList();
    }
}
