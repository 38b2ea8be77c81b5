package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.branch.rules.Demand.Measure;

/** What can be counted about a branch on a day. What nobody noted is left out: missing is not zero. */
final class Measures {

    private Measures() {}

    static Map<Measure, Integer> of(BranchRoll roll, int coveredUnits, LocalDate day) {
        Map<Measure, Integer> facts = new EnumMap<>(Measure.class);
        Set<UUID> members = roll.membersOn(day);
        facts.put(Measure.FULL_MEMBERS, roll.fullMembersOn(day));
        facts.put(Measure.MEMBERS, members.size());
        facts.put(Measure.COVERED_UNITS, Math.max(1, coveredUnits));
        facts.put(Measure.IS_TEMPORARY, roll.branch().kind() == BranchKind.TEMPORARY ? 1 : 0);
        facts.put(Measure.HAS_COMMITTEE, roll.hasCommitteeOn(day) ? 1 : 0);
        facts.put(Measure.COMMITTEE_SIZE, roll.committeeOn(day).size());
        posts(roll, day, facts);
        groups(roll, day, members, facts);
        roll.holderOn(BranchPost.SECRETARY, day)
                .map(secretary -> roll.monthsAsFull(secretary, day))
                .ifPresent(months -> facts.put(Measure.SECRETARY_FULL_MONTHS, months));
        return facts;
    }

    private static void posts(BranchRoll roll, LocalDate day, Map<Measure, Integer> facts) {
        List<BranchPost> held =
                roll.postsOn(day).stream().map(PostHolding::post).toList();
        facts.put(Measure.SECRETARIES, (int)
                held.stream().filter(BranchPost.SECRETARY::equals).count());
        facts.put(Measure.DEPUTIES, (int)
                held.stream().filter(BranchPost.DEPUTY_SECRETARY::equals).count());
        if (roll.hasCommitteeOn(day)) {
            facts.put(Measure.REQUIRED_POSTS_VACANT, (int) BranchPost.REQUIRED.stream()
                    .filter(post -> !held.contains(post))
                    .count());
        }
    }

    private static void groups(BranchRoll roll, LocalDate day, Set<UUID> members, Map<Measure, Integer> facts) {
        List<PartyGroup> groups = roll.groupsOn(day);
        facts.put(Measure.GROUPS, groups.size());
        facts.put(Measure.GROUPS_WITHOUT_LEADER, (int) groups.stream()
                .filter(group -> roll.leaderOn(group.id(), day).isEmpty())
                .count());
        Set<UUID> without = groups.isEmpty()
                ? Set.of()
                : members.stream()
                        .filter(member -> roll.groupOf(member, day).isEmpty())
                        .collect(Collectors.toSet());
        facts.put(Measure.MEMBERS_WITHOUT_GROUP, without.size());
        facts.put(Measure.LEADERS_WITHOUT_GROUP, (int) without.stream()
                .filter(member -> roll.has(member, Trait.LEADER, day))
                .count());
    }
}
