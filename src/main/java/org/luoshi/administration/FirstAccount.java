package org.luoshi.administration;

import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Role;

/**
 * An account made at the set-up, to be shown once.
 *
 * @param from unit and post in words; empty for administrators
 * @param password null where the person who set up the house typed it and knows it
 */
public record FirstAccount(
        Role role,
        String name,
        String from,
        String login,
        @Nullable String password) {}
