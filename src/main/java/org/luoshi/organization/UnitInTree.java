package org.luoshi.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as {@link OrganizationApi#eachUnit} streams it: what is needed to build the tree, and no more.
 *
 * @param code the office's or the statistics bureau's code, if any
 * @param validTo the last day of a unit that has ended or will
 * @param mergedIntoId the unit that took over its work
 */
public record UnitInTree(
        UUID id,
        @Nullable UUID parentId,
        @Nullable String code,
        String name,
        UnitKind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID mergedIntoId) {}
