package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Relation;

/**
 * A recorded activity as the rules see it.
 *
 * @param day when it took place
 * @param countsOn the day in whose period it counts
 * @param groupId the group that held it; null: the branch
 */
record Done(
        UUID id,
        LocalDate day,
        LocalDate countsOn,
        Set<String> kinds,
        @Nullable UUID groupId,
        @Nullable Relation relation,
        BigDecimal classHours) {

    boolean isOneOf(Iterable<String> wanted) {
        for (String kind : wanted) {
            if (kinds.contains(kind)) {
                return true;
            }
        }
        return false;
    }
}
