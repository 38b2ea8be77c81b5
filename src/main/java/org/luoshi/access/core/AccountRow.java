package org.luoshi.access.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Role;

/**
 * One line of the list of accounts.
 *
 * @param duties where the person sits today, in words: unit and post
 * @param unused nobody signed in with it for a long time
 */
public record AccountRow(
        UUID personId,
        String name,
        String login,
        List<String> duties,
        @Nullable Role administrativeRole,
        boolean disabled,
        boolean mustChange,
        boolean locked,
        boolean unused,
        @Nullable Instant lastSignInAt) {}
