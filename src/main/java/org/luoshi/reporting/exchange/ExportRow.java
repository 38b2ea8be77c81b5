package org.luoshi.reporting.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file that somebody took out, as far as it is.
 *
 * @param done rows written so far, of {@code total}
 * @param ended null while it runs, and where it broke off without a word
 * @param stopped whether it broke off: the receiver left, or the database did
 */
public record ExportRow(
        UUID id,
        long place,
        ExportKind kind,
        int total,
        int done,
        Instant started,
        Instant heard,
        @Nullable Instant ended,
        boolean stopped) {}
