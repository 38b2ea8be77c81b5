package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody stood in the party from when to when, and why it changed. */
public record StandingSpan(
        UUID personId,
        Standing standing,
        LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable String reason) implements Days {}
