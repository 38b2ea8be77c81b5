package org.luoshi.administration.demonstration;

import static org.luoshi.administration.demonstration.InventedFile.cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** Makes the invented cities, counties and towns with those who report for them. */
final class InventedAreas {

    private final OrganizationApi organization;
    private final AccessApi access;
    private final LocalDate since;
    private final Map<String, UUID> areas = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    InventedAreas(OrganizationApi organization, AccessApi access, LocalDate since) {
        this.organization = organization;
        this.access = access;
        this.since = since;
    }

    /** Returns whose account was asked for. */
    List<InventedOrganization.Wanted> make() {
        List<InventedOrganization.Wanted> wanted = new ArrayList<>();
        for (List<String> row : InventedFile.rows("regions.txt")) {
            UUID area = addArea(cell(row, 0), cell(row, 1));
            String liaison = cell(row, 2);
            if (!liaison.isEmpty()) {
                UUID person = addPerson(liaison, cell(row, 0));
                seat(person, area);
                if (!cell(row, 3).isEmpty()) {
                    wanted.add(wanted(person, row));
                }
            }
        }
        return wanted;
    }

    private UUID addArea(String code, String name) {
        String above = above(code);
        UUID id = organization
                .addUnit(
                        new NewUnit(
                                above.isEmpty() ? null : Objects.requireNonNull(areas.get(above), code),
                                code,
                                name,
                                name,
                                List.of(),
                                UnitKind.AREA,
                                null,
                                since),
                        Actor.system())
                .id();
        areas.put(code, id);
        names.put(code, name);
        return id;
    }

    /** The code of the area above: two digits for each level, three for the fourth. */
    private static String above(String code) {
        return code.substring(0, code.length() == 9 ? 6 : code.length() - 2);
    }

    private UUID addPerson(String name, String code) {
        return organization
                .addPerson(name, "0000-" + code, null, Actor.system())
                .id();
    }

    private void seat(UUID person, UUID area) {
        UUID post = organization.addPost(area, "信息联络员", null, Actor.system()).id();
        organization.seat(person, post, since, Actor.system());
        access.grantToPost(post, Role.UNIT_LIAISON, Actor.system());
    }

    private InventedOrganization.Wanted wanted(UUID person, List<String> row) {
        String above = names.getOrDefault(above(cell(row, 0)), "");
        return new InventedOrganization.Wanted(
                person, Role.UNIT_LIAISON, cell(row, 2), above + cell(row, 1) + " 信息联络员", cell(row, 3));
    }
}
