package org.luoshi.branch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity that another room puts into the calendar of a branch; the people it is for follow from its kind and group.
 *
 * @param lecturers empty where nobody is named
 */
public record ActivityToPlan(
        UUID branchId,
        @Nullable UUID groupId,
        String kind,
        String theme,
        Instant startsAt,
        Instant endsAt,
        String place,
        List<UUID> lecturers) {}
