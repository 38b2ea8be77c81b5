package org.luoshi.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a template.
 *
 * @param fileName name of what was uploaded; null: the shipped template holds again
 */
public record TemplateVersion(
        UUID id,
        int number,
        @Nullable UUID fileId,
        @Nullable String fileName,
        @Nullable Long size,
        String madeBy,
        Instant madeAt) {}
