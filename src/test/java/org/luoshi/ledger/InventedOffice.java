package org.luoshi.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** A small invented office for the stories: a supervision division, a leader with a secretary, and units outside. */
public final class InventedOffice {

    /** Of everybody, once {@link #openAccounts} was called. */
    public static final String PASSWORD = "Bei-Wang-7-Lu-Shan!";

    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final OrganizationApi organization;
    private final AccessApi access;

    public final Unit office;
    public final Unit supervision;
    public final Unit planning;
    public final Unit finance;
    public final Unit roads;
    public final UUID leaderPost;
    private final UUID officerId;
    private final UUID otherOfficerId;
    private final UUID directorId;
    private final UUID officeLeaderId;
    private final UUID leaderId;
    private final UUID secretaryId;
    private final UUID archivistId;
    private final UUID planningHeadId;
    private final UUID planningLiaisonId;
    private final UUID financeHeadId;
    private final UUID financeLiaisonId;
    private final UUID roadsHeadId;
    private final UUID roadsLiaisonId;
    private boolean accountsOpen;

    private static final Map<OrganizationApi, InventedOffice> ALL = new HashMap<>();

    /** One office for each context, however many tests share that context. */
    public static InventedOffice in(OrganizationApi organization, AccessApi access) {
        return ALL.computeIfAbsent(organization, unused -> new InventedOffice(organization, access));
    }

    private InventedOffice(OrganizationApi organization, AccessApi access) {
        this.organization = organization;
        this.access = access;
        office = unit(null, "云泽省综合协调办公室", "综合司", UnitKind.OFFICE);
        supervision = unit(office.id(), "督查处", "督查处", UnitKind.DIVISION);
        planning = unit(null, "云泽省发展规划局", "发展规划局", UnitKind.UNIT);
        finance = unit(null, "云泽省财务保障局", "财务保障局", UnitKind.UNIT);
        roads = unit(null, "云泽省道路养护局", "道路养护局", UnitKind.UNIT);
        officerId = person("周慎行", supervision, "督查员", Role.OFFICER, null);
        otherOfficerId = person("郑以实", supervision, "督查员二", Role.OFFICER, null);
        directorId = person("吴明远", supervision, "处长", Role.OFFICE_DIRECTOR, null);
        officeLeaderId = person("冯知行", office, "司长", Role.OFFICE_LEADER, null);
        leaderId = person("陈大局", office, "分管领导", Role.INSTRUCTING_LEADER, null);
        leaderPost = organization
                .postsHeldBy(leaderId, LocalDate.of(2026, 1, 5))
                .get(0)
                .id();
        secretaryId = person("卫谨言", office, "秘书", Role.LEADERS_SECRETARY, leaderPost);
        archivistId = person("蒋存真", office, "档案员", Role.ARCHIVIST, null);
        planningHeadId = person("沈甲一", planning, "局长", Role.UNIT_HEAD, null);
        planningLiaisonId = person("韩甲二", planning, "联络员", Role.UNIT_LIAISON, null);
        financeHeadId = person("杨乙一", finance, "局长", Role.UNIT_HEAD, null);
        financeLiaisonId = person("朱乙二", finance, "联络员", Role.UNIT_LIAISON, null);
        roadsHeadId = person("秦丙一", roads, "局长", Role.UNIT_HEAD, null);
        roadsLiaisonId = person("尤丙二", roads, "联络员", Role.UNIT_LIAISON, null);
    }

    private Unit unit(@Nullable UUID parentId, String name, String shortName, UnitKind kind) {
        return organization.addUnit(
                new NewUnit(parentId, null, name, shortName, List.of(), kind, null, SINCE), Actor.system());
    }

    private UUID person(String name, Unit unit, String title, Role role, @Nullable UUID serves) {
        UUID personId = organization.addPerson(name, null, null, Actor.system()).id();
        UUID postId =
                organization.addPost(unit.id(), title, serves, Actor.system()).id();
        organization.seat(personId, postId, SINCE, Actor.system());
        access.grantToPost(postId, role, Actor.system());
        return personId;
    }

    /** Accounts for everybody, by what they do: officer, officer2, director, leader, planning-liaison … */
    public void openAccounts() {
        if (accountsOpen) {
            return;
        }
        accountsOpen = true;
        open("officer", officerId);
        open("officer2", otherOfficerId);
        open("director", directorId);
        open("office-leader", officeLeaderId);
        open("leader", leaderId);
        open("secretary", secretaryId);
        open("archivist", archivistId);
        open("planning-head", planningHeadId);
        open("planning-liaison", planningLiaisonId);
        open("finance-head", financeHeadId);
        open("finance-liaison", financeLiaisonId);
        open("roads-head", roadsHeadId);
        open("roads-liaison", roadsLiaisonId);
    }

    private void open(String login, UUID personId) {
        access.openAccount(personId, login, PASSWORD, false, Actor.system());
    }

    public Actor officer() {
        return access.actor(officerId);
    }

    public Actor otherOfficer() {
        return access.actor(otherOfficerId);
    }

    public Actor director() {
        return access.actor(directorId);
    }

    public Actor officeLeader() {
        return access.actor(officeLeaderId);
    }

    public Actor leader() {
        return access.actor(leaderId);
    }

    public Actor secretary() {
        return access.actor(secretaryId);
    }

    public Actor archivist() {
        return access.actor(archivistId);
    }

    public Actor planningHead() {
        return access.actor(planningHeadId);
    }

    public Actor planningLiaison() {
        return access.actor(planningLiaisonId);
    }

    public Actor financeHead() {
        return access.actor(financeHeadId);
    }

    public Actor financeLiaison() {
        return access.actor(financeLiaisonId);
    }

    public Actor roadsHead() {
        return access.actor(roadsHeadId);
    }

    public Actor roadsLiaison() {
        return access.actor(roadsLiaisonId);
    }
}
