package org.luoshi.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person, with no more about them than the work needs. */
public record Person(
        UUID id,
        String name,
        @Nullable String telephone,
        @Nullable String email) {}
