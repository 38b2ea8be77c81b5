package org.luoshi.history.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for; null and empty mean "any".
 *
 * @param scopeId the object whose time line it is, or the thing that was changed
 * @param before only lines with a smaller number: the next page
 */
public record HistorySearch(
        @Nullable UUID scopeId,
        @Nullable Instant from,
        @Nullable Instant to,
        String actorName,
        long before) {}
