package org.luoshi.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is needed to add a unit; {@code order} null puts it last among its siblings. */
public record NewUnit(
        @Nullable UUID parentId,
        @Nullable String code,
        String name,
        String shortName,
        List<String> aliases,
        UnitKind kind,
        @Nullable Integer order,
        LocalDate validFrom) {}
