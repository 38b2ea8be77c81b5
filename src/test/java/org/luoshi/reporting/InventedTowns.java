package org.luoshi.reporting;

import java.util.List;
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
 * An invented province 望川省 of one city with two counties and five towns, for one story only. Each unit but 竹溪镇, which nobody there can
 * report from, has a liaison with an account.
 */
final class InventedTowns {

    private final OrganizationApi organization;
    private final AccessApi access;

    InventedTowns(OrganizationApi organization, AccessApi access) {
        this.organization = organization;
        this.access = access;
        Unit city = area(area(null, "95", "望川省"), "9501", "云川市");
        Unit upper = area(city, "950101", "上桥县");
        Unit lower = area(city, "950102", "下桥县");
        liaison(upper, "upper-bridge", "贺县联");
        liaison(lower, "lower-bridge", "卢县联");
        liaison(area(upper, "950101001", "石门镇"), "stone-gate", "石镇联");
        liaison(area(upper, "950101002", "柳湾镇"), "willow-bay", "柳镇联");
        liaison(area(upper, "950101003", "白沙镇"), "white-sand", "白镇联");
        liaison(area(lower, "950102001", "松岭镇"), "pine-ridge", "松镇联");
        area(lower, "950102002", "竹溪镇");
    }

    private Unit area(@Nullable Unit parent, String code, String name) {
        return organization.addUnit(
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
    }

    private void liaison(Unit unit, String login, String name) {
        var person = organization.addPerson(name, "0000-" + unit.code(), null, Actor.system());
        var post = organization.addPost(unit.id(), "联络员", null, Actor.system());
        organization.seat(person.id(), post.id(), InventedOffice.SINCE, Actor.system());
        access.grantToPost(post.id(), Role.UNIT_LIAISON, Actor.system());
        access.openAccount(person.id(), login, InventedOffice.PASSWORD, false, Actor.system());
    }
}
