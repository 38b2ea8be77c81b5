package org.luoshi.study.web;

import java.util.List;
import org.luoshi.branch.BranchApi;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Study, for those who belong to a branch and those who look after all of them. */
@Component
class StudyRail implements RailSource {

    private static final List<RailEntry> LINES = List.of(new RailEntry("study.rail", "/study", 2, 10, 0));

    private final BranchApi branches;

    StudyRail(BranchApi branches) {
        this.branches = branches;
    }

    @Override
    public List<RailEntry> entriesFor(Actor actor) {
        boolean all = actor.has(Role.PARTY_AFFAIRS) || actor.has(Role.AUDITOR);
        return all || branches.branchOf(actor.personId()).isPresent() ? LINES : List.of();
    }
}
