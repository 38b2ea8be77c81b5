package org.luoshi.study.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the plan as somebody wants it. */
public record PlanRowInput(
        int month,
        String theme,
        String sourceText,
        @Nullable UUID materialId,
        String kind,
        @Nullable String lecturer,
        @Nullable UUID groupId) {}
