package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.NOT_YOURS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who may see and do what in a branch. Rights follow from the branch's own posts: its committee (or the secretary alone) keeps it, a group's leader
 * keeps what the group does, its members see it. Those who look after all branches (党务) set branches up and see them; auditors see.
 */
@Component
public class BranchRights {

    private final RollReader rolls;
    private final Clock clock;
    private final ZoneId zone;

    BranchRights(RollReader rolls, Clock clock, ZoneId zone) {
        this.rolls = rolls;
        this.clock = clock;
        this.zone = zone;
    }

    /** True for those who look after all branches, and for the house itself. */
    public static boolean looksAfterAll(Actor actor) {
        return actor.has(Role.PARTY_AFFAIRS) || actor.personId().equals(Actor.SYSTEM_ID);
    }

    /** True for those who may see all branches. */
    public static boolean seesAll(Actor actor) {
        return looksAfterAll(actor) || actor.has(Role.AUDITOR);
    }

    public boolean isKeeper(BranchRoll roll, Actor actor) {
        return looksAfterAll(actor) || roll.isOfficer(actor.personId(), today());
    }

    /** True for the keeper of the branch and, where a group is given, for its leader. */
    public boolean mayRecord(BranchRoll roll, @Nullable UUID groupId, Actor actor) {
        return isKeeper(roll, actor) || groupId != null && ledBy(roll, actor).contains(groupId);
    }

    public Set<UUID> ledBy(BranchRoll roll, Actor actor) {
        return roll.ledBy(actor.personId(), today());
    }

    public boolean maySee(BranchRoll roll, Actor actor) {
        return seesAll(actor)
                || roll.membersOn(today()).contains(actor.personId())
                || roll.isOfficer(actor.personId(), today());
    }

    /** The branch's roll for somebody who may see it; to others it does not exist. */
    public BranchRoll visible(UUID branchId, Actor actor) {
        BranchRoll roll = rolls.roll(branchId);
        if (!maySee(roll, actor)) {
            throw BranchError.UNKNOWN.with(Map.of("id", branchId));
        }
        return roll;
    }

    /** The branch's roll for its keeper. */
    public BranchRoll requireKeeper(UUID branchId, Actor actor) {
        BranchRoll roll = visible(branchId, actor);
        if (!isKeeper(roll, actor)) {
            throw NOT_YOURS.plain();
        }
        return roll;
    }

    public BranchRoll requireRecorder(UUID branchId, @Nullable UUID groupId, Actor actor) {
        BranchRoll roll = visible(branchId, actor);
        if (!mayRecord(roll, groupId, actor)) {
            throw NOT_YOURS.plain();
        }
        return roll;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
