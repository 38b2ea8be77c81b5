package org.luoshi.meetings.after;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked to agree to minutes.
 *
 * @param agreed null while they have not answered
 */
public record Circulated(
        UUID personId,
        int textVersion,
        Instant due,
        @Nullable Boolean agreed,
        @Nullable String words,
        @Nullable Instant answeredAt) {

    public String light() {
        return agreed == null ? "soon" : agreed ? "ok" : "late";
    }
}
