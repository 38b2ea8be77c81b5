package org.luoshi.reporting.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload of a person, as its page shows it.
 *
 * @param leftEmpty rows without figures and without zero
 * @param job the work that reads it; null for the upload of a program
 * @param stoppedFor the code of what ended it before its end; null where nothing did
 */
public record UploadView(
        UUID id,
        UUID regime,
        String title,
        LocalDate period,
        String name,
        BulkCounts counts,
        long leftEmpty,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String stoppedFor,
        @Nullable UUID job,
        UploadState state) {

    public boolean isRunning() {
        return state == UploadState.RUNNING;
    }

    /** The round's page for uploads. */
    public String again() {
        return "/reporting/upload/" + regime + "/" + period;
    }
}
