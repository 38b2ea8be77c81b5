package org.luoshi.meetings.after;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked to agree to minutes.
 *
 * @param agreed null while they have not answered this text
 * @param answeredText the newest text they answered; null where none
 */
public record Circulated(
        UUID personId,
        int textVersion,
        Instant due,
        @Nullable Boolean agreed,
        @Nullable String words,
        @Nullable Instant answeredAt,
        @Nullable Integer answeredText) {

    /** They answered, but to a text that is no longer the text. */
    public boolean isAskedAgain() {
        return agreed == null && answeredText != null;
    }

    public String light() {
        return agreed == null ? "soon" : agreed ? "ok" : "late";
    }
}
