package org.luoshi.intake.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that is being taken in.
 *
 * @param fileName null where the text was pasted
 * @param body what was read; empty once it is filed
 * @param sourceId the source it became
 */
public record IntakePaper(
        UUID id,
        int version,
        @Nullable String fileName,
        String sha256,
        String body,
        PaperDraft draft,
        Instant createdAt,
        boolean filed,
        @Nullable UUID sourceId) {

    /** The same file, filed before. */
    public record Earlier(String by, Instant at, int items, UUID sourceId) {}

    /** A paper that somebody has not finished. */
    public record Open(UUID id, String name, String title, int items, Instant createdAt) {}
}
