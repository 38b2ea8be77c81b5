package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Incoming;

/** Rows of a table that a person filled in: those left empty say nothing and are passed over; reading ends when it is told to. */
final class FilledRows implements BulkSource {

    private static final int ASKED_EVERY = 200;

    private final BulkSource rows;
    private final BooleanSupplier isCancelled;
    private long read;
    private volatile long leftEmpty;
    private volatile boolean cancelled;

    FilledRows(BulkSource rows, BooleanSupplier isCancelled) {
        this.rows = rows;
        this.isCancelled = isCancelled;
    }

    @Override
    public @Nullable BulkRow next() throws IOException {
        while (true) {
            if (read++ % ASKED_EVERY == 0 && isCancelled.getAsBoolean()) {
                cancelled = true;
                return null;
            }
            BulkRow row = rows.next();
            if (row == null || !isEmpty(row)) {
                return row;
            }
            leftEmpty++;
        }
    }

    private static boolean isEmpty(BulkRow row) {
        Incoming report = row.report();
        return report != null
                && !report.zero()
                && report.values().values().stream().allMatch(String::isBlank);
    }

    long leftEmpty() {
        return leftEmpty;
    }

    boolean wasCancelled() {
        return cancelled;
    }

    @Override
    public String encoding() {
        return rows.encoding();
    }
}
