package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.UnitKind;

/** A unit in a list, with how many valid units are directly below it. */
public record UnitRow(
        UUID id,
        @Nullable String code,
        String name,
        String shortName,
        UnitKind kind,
        int place,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long children) {}
