package org.luoshi.reporting.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as a place in the tree.
 *
 * @param key see {@link PlaceKey}
 * @param code the official code, if any
 */
public record Place(
        long key,
        UUID unitId,
        int level,
        @Nullable String code,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }
}
