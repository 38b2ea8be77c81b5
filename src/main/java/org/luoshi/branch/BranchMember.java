package org.luoshi.branch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the roll of a branch on a day.
 *
 * @param posts keys of the posts of the branch that they hold, its own order; their names are {@code branch.post.<key>}
 * @param groupId null where the branch has no groups or the person sits in none
 * @param leader a bureau-level leader (P-15)
 * @param care asked for nothing (P-37)
 */
public record BranchMember(
        UUID personId,
        String name,
        List<String> posts,
        @Nullable UUID groupId,
        String groupName,
        boolean leadsGroup,
        boolean leader,
        boolean youth,
        boolean care) {}
