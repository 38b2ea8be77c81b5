package org.luoshi.organization.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Unit;

/** Everything the page of a unit shows. */
public record UnitSheet(
        Unit unit,
        int version,
        List<Unit> above,
        @Nullable Unit mergedInto,
        List<PostRow> posts,
        List<UnitRow> children,
        List<Happening> happenings) {}
