package org.luoshi.notices.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail that did not leave on its day, or is still being tried; without its content, which is no business of administrators. */
public record DeadLetter(
        UUID id,
        String personName,
        String address,
        int lines,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextTry,
        @Nullable Instant deadAt,
        @Nullable String failure) {}
