package org.luoshi.branch.core;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Who sees and confirms dues: amounts are for the committee and for the person, nobody else. */
@Component
class DuesRights {

    private static final Set<BranchPost> CONFIRMING =
            Set.of(BranchPost.SECRETARY, BranchPost.DEPUTY_SECRETARY, BranchPost.ORGANISATION);

    private final BranchRights rights;

    DuesRights(BranchRights rights) {
        this.rights = rights;
    }

    /**
     * True for the organisation member and the secretaries; where there is only one of them, also for party affairs: nobody confirms their own dues.
     */
    boolean mayConfirm(BranchRoll roll, Actor actor) {
        Set<UUID> confirming = roll.postsOn(rights.today()).stream()
                .filter(post -> CONFIRMING.contains(post.post()))
                .map(PostHolding::personId)
                .collect(Collectors.toSet());
        return confirming.contains(actor.personId()) || confirming.size() < 2 && BranchRights.looksAfterAll(actor);
    }

    /** True for those who see what each member paid. */
    boolean maySeeAmounts(BranchRoll roll, Actor actor) {
        return roll.isOfficer(actor.personId(), rights.today()) || mayConfirm(roll, actor);
    }
}
