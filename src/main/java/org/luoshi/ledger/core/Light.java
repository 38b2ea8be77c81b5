package org.luoshi.ledger.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A light as it is at one moment, with the fact behind it.
 *
 * @param why key of the reason, as {@code late}, {@code due-soon}; null when it is green
 * @param since the instant at which it turned
 * @param unitId the unit that made the item's light turn
 */
public record Light(
        LightColour colour,
        @Nullable String why,
        @Nullable Instant since,
        @Nullable UUID unitId) {

    /** The turning instants against the clock: this is the whole computation of a light. */
    static Light at(
            Instant now,
            boolean open,
            boolean stopped,
            @Nullable Instant yellowAt,
            @Nullable String yellowWhy,
            @Nullable Instant redAt,
            @Nullable String redWhy) {
        if (!open) {
            return new Light(LightColour.GREY, "ended", null, null);
        }
        if (redAt != null && !now.isBefore(redAt)) {
            return of(LightColour.RED, redWhy, redAt);
        }
        if (yellowAt != null && !now.isBefore(yellowAt)) {
            return of(LightColour.YELLOW, yellowWhy, yellowAt);
        }
        return stopped
                ? new Light(LightColour.GREY, "stopped", null, null)
                : new Light(LightColour.GREEN, null, null, null);
    }

    private static Light of(LightColour colour, @Nullable String why, Instant since) {
        if (why == null) {
            return new Light(colour, null, since, null);
        }
        int bar = why.indexOf('|');
        return bar < 0
                ? new Light(colour, why, since, null)
                : new Light(colour, why.substring(0, bar), since, UUID.fromString(why.substring(bar + 1)));
    }
}
