package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.UnitKind;

/**
 * A unit in a list, with how many valid units are directly below it.
 *
 * @param within of an area that was found, the names of the areas above: 河北省 沧州市
 */
public record UnitRow(
        UUID id,
        @Nullable String code,
        String name,
        String shortName,
        UnitKind kind,
        int place,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String within,
        long children) {

    UnitRow within(List<String> above) {
        String names = above.isEmpty() ? null : String.join(" ", above);
        return new UnitRow(id, code, name, shortName, kind, place, validFrom, validTo, names, children);
    }
}
