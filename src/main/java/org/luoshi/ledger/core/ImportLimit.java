package org.luoshi.ledger.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.worktime.Limit;

/**
 * A limit as it was written and as it was read. Missing is not zero: a matter without limit says so.
 *
 * @param due the day, where one is written
 * @param duration so long from the day it was given out, where that is written instead
 * @param longTerm it goes on, with or without a first day
 * @param unsure read, but a person should look at it
 * @param days how many days are written; the last one counts
 */
public record ImportLimit(
        String written,
        How how,
        @Nullable LocalDate due,
        @Nullable Limit duration,
        @Nullable Cycle cycle,
        @Nullable Integer cycleDay,
        boolean longTerm,
        boolean unsure,
        int days) {

    /** How it was read; each has a text that says so. */
    public enum How {
        MISSING,
        DATE,
        SERIAL,
        MONTH_DAY,
        MONTH_END,
        TEN_DAYS,
        QUARTER,
        HALF_YEAR,
        YEAR_END,
        DURATION,
        AT_ONCE,
        CYCLE,
        LONG_TERM,
        NOT_READ
    }

    ImportLimit withDue(@Nullable LocalDate day) {
        return new ImportLimit(written, how, day, duration, cycle, cycleDay, longTerm, unsure, days);
    }

    public boolean isRead() {
        return how != How.NOT_READ;
    }
}
