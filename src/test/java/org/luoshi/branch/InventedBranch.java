package org.luoshi.branch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.BranchKind;
import org.luoshi.branch.core.BranchPost;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.NewBranch;
import org.luoshi.branch.core.NewMember;
import org.luoshi.branch.core.PlanActivity;
import org.luoshi.branch.core.RecordActivity;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Invented branches for the stories, each with a unit and people of its own. */
@Component
public class InventedBranch {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OrganizationApi organization;
    private final BranchService branches;
    private final ActivityService activities;

    InventedBranch(OrganizationApi organization, BranchService branches, ActivityService activities) {
        this.organization = organization;
        this.branches = branches;
        this.activities = activities;
    }

    /** A branch with its members in the order they were asked for. */
    public record Made(UUID id, UUID unitId, List<UUID> members) {}

    /** A branch founded at the beginning of 2020 with so many full members and no committee yet. */
    public Made withMembers(int count) {
        int number = NUMBER.incrementAndGet();
        UUID unit = organization
                .addUnit(
                        new NewUnit(null, null, "甲乙局" + number, "甲乙局" + number, List.of(), UnitKind.UNIT, null, SINCE),
                        Actor.system())
                .id();
        UUID branch = branches.found(
                new NewBranch("甲乙局" + number + "党支部", unit, BranchKind.ORDINARY, "", SINCE, null, List.of(), null),
                Actor.system());
        List<UUID> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(join(branch, "党员" + number + "之" + (i + 1), SINCE));
        }
        return new Made(branch, unit, members);
    }

    /** Somebody new on the roll, a full member since long ago. */
    public UUID join(UUID branch, String name, LocalDate from) {
        UUID person = organization.addPerson(name, null, null, Actor.system()).id();
        branches.admit(
                branch,
                new NewMember(person, from, SINCE.minusYears(3), SINCE.minusYears(2), Set.of(), null),
                Actor.system());
        return person;
    }

    /** The first four members become the committee. */
    public void electCommittee(Made branch, LocalDate on) {
        List<UUID> members = branch.members();
        branches.elect(
                branch.id(),
                on,
                true,
                Map.of(
                        BranchPost.SECRETARY, members.get(0),
                        BranchPost.ORGANISATION, members.get(1),
                        BranchPost.PUBLICITY, members.get(2),
                        BranchPost.DISCIPLINE, members.get(3)),
                List.of(),
                null,
                Actor.system());
    }

    /** Somebody as they sign in, without any seat. */
    public static Actor as(UUID person) {
        return new Actor(person, "某人", List.of(), Set.of());
    }

    /** Planned and recorded at nine that day, two hours long, all who are asked being there. */
    public UUID held(
            Made branch, @Nullable UUID group, LocalDate day, @Nullable LocalDate makesGoodFor, String... kinds) {
        UUID id = planned(branch, group, day, kinds);
        List<UUID> there = branch.members();
        activities.record(
                id,
                1,
                new RecordActivity(Set.copyOf(there), Map.of(), "", "没有议定事项", List.of(), makesGoodFor, List.of()),
                Actor.system());
        return id;
    }

    public UUID planned(Made branch, @Nullable UUID group, LocalDate day, String... kinds) {
        return activities.plan(
                new PlanActivity(
                        branch.id(),
                        group,
                        List.of(kinds),
                        "",
                        day.atTime(9, 0).atZone(ZONE).toInstant(),
                        day.atTime(11, 0).atZone(ZONE).toInstant(),
                        "会议室",
                        "",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        false),
                Actor.system());
    }
}
