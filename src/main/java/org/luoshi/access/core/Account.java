package org.luoshi.access.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an account is, without its password. */
public record Account(
        UUID personId,
        String login,
        boolean mustChange,
        boolean disabled,
        Instant openedAt,
        Instant passwordChangedAt,
        @Nullable Instant lastSignInAt,
        int version) {}
