package org.luoshi.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/**
 * An invented province with 2 cities, each with 2 counties, each with 2 towns of 2 villages, and people who report at three levels. Codes begin
 * with 99 (东山省) or 98 (西水省, one city, one county, one town, one village).
 */
public final class InventedRegions {

    private static final Map<OrganizationApi, InventedRegions> ALL = new HashMap<>();

    private final OrganizationApi organization;
    private final AccessApi access;
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private boolean accountsOpen;

    /** One tree for each context, however many tests share that context. */
    public static InventedRegions in(OrganizationApi organization, AccessApi access) {
        return ALL.computeIfAbsent(organization, unused -> new InventedRegions(organization, access));
    }

    private InventedRegions(OrganizationApi organization, AccessApi access) {
        this.organization = organization;
        this.access = access;
        Unit east = area(null, "99", "东山省");
        for (int city = 1; city <= 2; city++) {
            Unit below = area(east, "990" + city, "东" + city + "市");
            for (int county = 1; county <= 2; county++) {
                county(below, "990" + city + "0" + county, "东" + city + county + "县", 2);
            }
        }
        Unit west = area(null, "98", "西水省");
        county(area(west, "9801", "西1市"), "980101", "西11县", 1);
        person("province-liaison", "99", "甲省联");
        person("city-liaison", "9901", "乙市联");
        person("county-liaison", "990101", "丙县联");
        person("county-liaison-2", "990102", "丁县联");
        person("west-liaison", "980101", "戊县联");
    }

    private void county(Unit city, String code, String name, int towns) {
        Unit county = area(city, code, name);
        for (int town = 1; town <= towns; town++) {
            Unit below = area(county, code + "00" + town, name.replace("县", "") + town + "镇");
            for (int village = 1; village <= towns; village++) {
                area(below, code + "00" + town + "20" + village, name.replace("县", "") + town + village + "村");
            }
        }
    }

    private Unit area(@Nullable Unit parent, String code, String name) {
        Unit unit = organization.addUnit(
                new NewUnit(
                        parent == null ? null : parent.id(),
                        code,
                        name,
                        name,
                        List.of(),
                        UnitKind.AREA,
                        null,
                        InventedOffice.SINCE),
                Actor.system());
        byCode.put(code, unit);
        return unit;
    }

    private void person(String login, String code, String name) {
        UUID personId = organization
                .addPerson(name, "0000-" + code, null, Actor.system())
                .id();
        UUID postId = organization
                .addPost(unit(code).id(), "联络员", null, Actor.system())
                .id();
        organization.seat(personId, postId, InventedOffice.SINCE, Actor.system());
        access.grantToPost(postId, Role.UNIT_LIAISON, Actor.system());
        people.put(login, personId);
    }

    /** Accounts with {@link InventedOffice#PASSWORD} for province-liaison, city-liaison, county-liaison, county-liaison-2 and west-liaison. */
    public void openAccounts() {
        if (!accountsOpen) {
            accountsOpen = true;
            people.forEach(
                    (login, id) -> access.openAccount(id, login, InventedOffice.PASSWORD, false, Actor.system()));
        }
    }

    public Unit unit(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    /** The codes of all villages of 东山省, in the official order. */
    public List<String> villages() {
        List<String> codes = new ArrayList<>(byCode.keySet());
        codes.removeIf(code -> code.length() != 12 || !code.startsWith("99"));
        codes.sort(null);
        return codes;
    }

    public Actor liaison(String login) {
        return access.actor(Objects.requireNonNull(people.get(login), login));
    }
}
