package org.luoshi.intake.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when.
 *
 * @param day last day in time; null where the words name no day
 * @param text the words themselves
 * @param recurring how often, if it comes again
 */
record Limit(
        @Nullable LocalDate day,
        @Nullable String text,
        @Nullable Recurrence recurring) {

    static final Limit NONE = new Limit(null, null, null);

    boolean isEmpty() {
        return day == null && recurring == null;
    }
}
