package org.luoshi.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post in a unit. Duties sit here, not on people.
 *
 * @param servesPostId for a secretary's post, the leader's post it serves
 */
public record Post(
        UUID id,
        UUID unitId,
        String title,
        int order,
        @Nullable UUID servesPostId,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
