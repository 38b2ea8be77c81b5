package org.luoshi.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an urge.
 *
 * @param sent false when the least gap since the last urge about the same subject to the same unit has not passed
 * @param nextPossible when it may be urged again
 */
public record UrgeResult(
        boolean sent, Instant nextPossible, @Nullable Instant lastSent) {}
