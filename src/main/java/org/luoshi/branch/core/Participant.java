package org.luoshi.branch.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody invited to or present at an activity. */
public record Participant(
        UUID personId,
        Presence presence,
        boolean lecturer,
        @Nullable String reason) {}
