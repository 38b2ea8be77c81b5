package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.util.Map;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Who sees care: the secretary and the organisation member of that branch, and who is named on a case. No role of the house opens it. */
@Component
class CareRights {

    private final RollReader rolls;
    private final BranchRights rights;

    CareRights(RollReader rolls, BranchRights rights) {
        this.rolls = rolls;
        this.rights = rights;
    }

    boolean isKeeper(BranchRoll roll, Actor actor) {
        UUID person = actor.personId();
        return roll.secretaryOn(rights.today()).filter(person::equals).isPresent()
                || roll.holderOn(BranchPost.ORGANISATION, rights.today())
                        .filter(person::equals)
                        .isPresent();
    }

    BranchRoll roll(UUID branchId) {
        return rolls.roll(branchId);
    }

    /** To everybody else it does not exist. */
    BranchRoll requireKeeper(UUID branchId, Actor actor) {
        BranchRoll roll = rolls.roll(branchId);
        if (!isKeeper(roll, actor)) {
            throw UNKNOWN.with(Map.of("id", branchId));
        }
        return roll;
    }
}
