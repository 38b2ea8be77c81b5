package org.luoshi.notices;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of somebody's inbox. */
public record Notice(
        UUID id,
        String textKey,
        Map<String, String> arguments,
        String href,
        String ruleKey,
        Instant createdAt,
        @Nullable Instant readAt) {}
