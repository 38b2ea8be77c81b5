package org.luoshi.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work as it stands: RUNNING, DONE, FAILED, CANCELLED or LOST (the process ended meanwhile; nothing of it was kept unless it says so). */
public record Job(
        UUID id,
        String kindKey,
        Map<String, String> arguments,
        State state,
        long done,
        long total,
        @Nullable JobOutcome outcome,
        @Nullable String failure,
        UUID startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        LOST
    }
}
