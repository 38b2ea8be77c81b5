package org.luoshi.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who held which post from when to when (both days included). */
public record Holding(
        UUID postId,
        UUID personId,
        LocalDate from,
        @Nullable LocalDate to) {}
