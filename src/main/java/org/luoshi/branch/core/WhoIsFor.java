package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.ActivityKind;

/** Whom an activity is for, by its kinds: nobody has to tick the roll. */
final class WhoIsFor {

    private WhoIsFor() {}

    static Collection<UUID> of(BranchRoll roll, List<String> kinds, @Nullable UUID groupId, LocalDate day) {
        if (groupId != null) {
            return roll.groupMembersOn(groupId, day);
        }
        if (kinds.stream().allMatch(ActivityKind.COMMITTEE_MEETING.name()::equals)) {
            return roll.committeeOn(day);
        }
        Set<UUID> members = roll.membersOn(day);
        return kinds.stream().allMatch(ActivityKind.YOUTH_CLASS.name()::equals)
                ? members.stream()
                        .filter(person -> roll.has(person, Trait.YOUTH, day))
                        .collect(Collectors.toSet())
                : members;
    }
}
