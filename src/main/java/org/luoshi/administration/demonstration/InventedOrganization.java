package org.luoshi.administration.demonstration;

import static org.luoshi.administration.demonstration.InventedFile.cell;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** Makes the invented units, posts and people, and remembers whose account was asked for. Used once. */
final class InventedOrganization {

    /** Somebody who gets an account, with unit and post in words. */
    record Wanted(UUID personId, Role role, String name, String from, String login) {}

    private final OrganizationApi organization;
    private final AccessApi access;
    private final LocalDate since;
    private final Map<String, UUID> units = new HashMap<>();
    private final Map<String, UUID> posts = new HashMap<>();
    private final Map<String, Wanted> people = new HashMap<>();
    private String officeName = "";

    InventedOrganization(OrganizationApi organization, AccessApi access, LocalDate since) {
        this.organization = organization;
        this.access = access;
        this.since = since;
    }

    /** Returns who gets an account, in the order of the file. */
    List<Wanted> make() {
        List<List<String>> office = InventedFile.rows("office.txt");
        rows(office, "office").forEach(this::addOffice);
        rows(office, "division")
                .forEach(row -> addUnit(units.get(""), cell(row, 1), cell(row, 1), List.of(), UnitKind.DIVISION));
        List<Wanted> inside = rows(office, "person")
                .map(this::addPerson)
                .filter(wanted -> !wanted.login().isEmpty())
                .toList();
        List<Wanted> administrators =
                rows(office, "administrator").map(this::addAdministrator).toList();
        List<List<String>> kinds = rows(office, "unit-person").toList();
        InventedFile.rows("units.txt").forEach(row -> addUnitOutside(row, kinds));
        List<Wanted> outside = rows(office, "account").map(this::outside).toList();
        List<Wanted> areas = new InventedAreas(organization, access, since).make();
        return java.util.stream.Stream.of(inside, outside, areas, administrators)
                .flatMap(List::stream)
                .toList();
    }

    private static java.util.stream.Stream<List<String>> rows(List<List<String>> all, String kind) {
        return all.stream().filter(row -> row.get(0).equals(kind));
    }

    private void addOffice(List<String> row) {
        officeName = cell(row, 2);
        units.put("", addUnit(null, cell(row, 1), officeName, List.of(), UnitKind.OFFICE));
    }

    private UUID addUnit(@Nullable UUID parent, String name, String shortName, List<String> aliases, UnitKind kind) {
        UUID id = organization
                .addUnit(new NewUnit(parent, null, name, shortName, aliases, kind, null, since), Actor.system())
                .id();
        units.put(shortName, id);
        return id;
    }

    private Wanted addPerson(List<String> row) {
        String role = cell(row, 4);
        String division = cell(row, 1);
        @Nullable UUID serves = posts.get(cell(row, 6));
        return seat(
                cell(row, 3),
                Objects.requireNonNull(units.get(division)),
                (division.isEmpty() ? officeName : division) + " ",
                cell(row, 2),
                role.isEmpty() ? null : Role.valueOf(role),
                serves,
                cell(row, 5));
    }

    private Wanted seat(
            String name,
            UUID unit,
            String unitName,
            String title,
            @Nullable Role role,
            @Nullable UUID serves,
            String login) {
        UUID person = organization.addPerson(name, null, null, Actor.system()).id();
        UUID post = organization.addPost(unit, title, serves, Actor.system()).id();
        posts.put(title, post);
        organization.seat(person, post, since, Actor.system());
        if (role != null) {
            access.grantToPost(post, role, Actor.system());
        }
        return new Wanted(person, role == null ? Role.OFFICER : role, name, unitName + title, login);
    }

    private Wanted addAdministrator(List<String> row) {
        Role role = Role.valueOf(cell(row, 2));
        UUID person =
                organization.addPerson(cell(row, 1), null, null, Actor.system()).id();
        access.grantToPerson(person, role, Actor.system());
        return new Wanted(person, role, cell(row, 1), "", cell(row, 3));
    }

    private void addUnitOutside(List<String> row, List<List<String>> kinds) {
        String shortName = cell(row, 1);
        List<String> aliases = Arrays.stream(cell(row, 2).split("、"))
                .filter(alias -> !alias.isBlank())
                .toList();
        UUID unit = addUnit(null, cell(row, 0), shortName, aliases, UnitKind.UNIT);
        String division = cell(row, 4);
        for (List<String> kind : kinds) {
            Role role = Role.valueOf(cell(kind, 1));
            boolean inside = role == Role.HANDLER;
            if (inside && division.isEmpty()) {
                continue;
            }
            UUID where = inside ? addUnit(unit, cell(row, 0) + division, division, List.of(), UnitKind.DIVISION) : unit;
            String from = shortName + (inside ? division : "") + " ";
            Wanted wanted = seat(cell(row, 3) + cell(kind, 3), where, from, cell(kind, 2), role, null, "");
            people.put(shortName + role, wanted);
        }
    }

    private Wanted outside(List<String> row) {
        Wanted found = Objects.requireNonNull(people.get(cell(row, 1) + cell(row, 2)));
        return new Wanted(found.personId(), found.role(), found.name(), found.from(), cell(row, 3));
    }
}
