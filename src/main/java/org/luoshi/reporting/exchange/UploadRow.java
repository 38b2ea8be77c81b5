package org.luoshi.reporting.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload as far as it is in.
 *
 * @param heardAt when a group was last written
 * @param endedAt null while it runs and where it broke off
 * @param stoppedFor the code of what ended it before its end; null where nothing did
 */
public record UploadRow(
        UUID id,
        UUID regime,
        String title,
        LocalDate period,
        String name,
        BulkCounts counts,
        Instant startedAt,
        Instant heardAt,
        @Nullable Instant endedAt,
        @Nullable String stoppedFor) {}
