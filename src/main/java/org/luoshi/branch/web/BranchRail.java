package org.luoshi.branch.web;

import java.util.List;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.RollReader;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Branch life, for those who belong to a branch and those who look after all of them. */
@Component
class BranchRail implements RailSource {

    private final RollReader rolls;

    BranchRail(RollReader rolls) {
        this.rolls = rolls;
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        boolean all = BranchRights.seesAll(actor);
        if (!all && rolls.branchOf(actor.personId()).isEmpty()) {
            return List.of();
        }
        return List.of(new RailEntry(all ? "branch.rail.all" : "branch.rail", "/branches", 2, 0, 0));
    }
}
