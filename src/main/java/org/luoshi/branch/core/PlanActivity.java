package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as planned.
 *
 * @param title empty: the theme, or the names of its kinds
 * @param classHours null: worked out from its length where it is study
 * @param people who is to come; empty: everybody of the branch, committee or group whose meeting it is
 * @param agenda titles in order
 * @param firstItem true where the first title is studied first (第一议题, E-08)
 */
public record PlanActivity(
        UUID branchId,
        @Nullable UUID groupId,
        List<String> kinds,
        String title,
        Instant startsAt,
        @Nullable Instant endsAt,
        String place,
        String theme,
        @Nullable UUID chairId,
        @Nullable String delegation,
        @Nullable BigDecimal classHours,
        List<UUID> people,
        List<UUID> lecturers,
        List<String> agenda,
        boolean firstItem) {}
