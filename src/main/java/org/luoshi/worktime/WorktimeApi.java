package org.luoshi.worktime;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Working days and hours as announced by the State Council, with the office's own overlay (domain/working-calendar.md). */
@Component
public class WorktimeApi {

    /** The due instant for a limit that starts now or then, with its derivation. */
    public DueDate due(Instant start, Limit limit) {
        throw new UnsupportedOperationException();
    }

    /** The end of a given day as a due instant (23:59:59 in the office's zone). */
    public DueDate endOf(LocalDate day, Instant start) {
        throw new UnsupportedOperationException();
    }

    public boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Whole working days that are left after the day of {@code from} up to and including the day of {@code to}; negative when {@code to} is past. */
    public int workingDaysBetween(Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    /** The day this many working days after (or before, when negative) that day. */
    public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        throw new UnsupportedOperationException();
    }
}
