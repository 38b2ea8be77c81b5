package org.luoshi.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A due instant with its derivation, so that anyone can check it.
 *
 * @param due last instant that is still in time: 23:59:59 of the due day in the office's zone for days and months, to the minute for working hours
 * @param limit null where the day was given and not counted
 * @param skipped days that were not counted, with the reason; for make-up days that were counted see {@code madeUp}
 * @param madeUp weekend days that counted because they are make-up working days
 * @param provisional a year without announced calendar is involved; recomputed when it is loaded
 */
public record DueDate(
        Instant start,
        @Nullable Limit limit,
        Instant due,
        List<NamedDay> skipped,
        List<NamedDay> madeUp,
        boolean provisional) {

    /** A day and why it is special: the name of the holiday or the occasion; empty for an ordinary weekend. */
    public record NamedDay(LocalDate date, String name) {}
}
