package org.luoshi.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it stands today.
 *
 * @param code the office's or the statistics bureau's code, if any
 * @param shortName what lists show: 发展改革委
 * @param kind OFFICE (our own office), DIVISION (part of a unit), UNIT (outside), GUEST (outside, without accounts)
 * @param order place in the official order among its siblings
 * @param path ids from the root to this unit, both included
 * @param mergedIntoId the unit that took over its work
 */
public record Unit(
        UUID id,
        @Nullable UUID parentId,
        @Nullable String code,
        String name,
        String shortName,
        List<String> aliases,
        UnitKind kind,
        int order,
        List<UUID> path,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID mergedIntoId) {}
