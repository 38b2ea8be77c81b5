package org.luoshi.reporting.filling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is asked, and the link it has.
 *
 * @param people whether somebody there reports with an account, so that it needs no link
 * @param linkId of the link that opens; null where there is none
 * @param usedAt when somebody opened it last
 */
public record LinkUnit(
        long key,
        String name,
        boolean people,
        @Nullable UUID linkId,
        @Nullable Instant endsAt,
        @Nullable Instant usedAt) {

    /** The last day on which it opens. */
    public LocalDate lastDay(ZoneId zone) {
        return endsAt == null
                ? LocalDate.MIN
                : LocalDate.ofInstant(endsAt, zone).minusDays(1);
    }
}
