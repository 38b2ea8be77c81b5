package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who belongs to a group, and who leads it. */
public record GroupSeat(
        UUID id,
        UUID groupId,
        UUID personId,
        boolean leader,
        LocalDate fromDay,
        @Nullable LocalDate toDay) implements Days {}
