package org.luoshi.study.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A material with the lines of plans that use it.
 *
 * @param fileName empty where there is no file
 */
public record StudyMaterialView(StudyMaterial material, String fileName, List<Use> uses) {

    /** A line of a plan, and when its activity is or was. */
    public record Use(
            UUID rowId,
            int year,
            int month,
            String theme,
            @Nullable UUID activityId,
            @Nullable Instant at) {}
}
