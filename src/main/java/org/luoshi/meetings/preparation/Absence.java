package org.luoshi.meetings.preparation;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which somebody prepares nothing, both included. */
public record Absence(UUID id, UUID personId, LocalDate fromDay, LocalDate toDay, Kind kind, UUID enteredBy) {

    /** Why: only for the person and who entered it. */
    public enum Kind {
        LEAVE,
        DUTY,
        JOURNEY,
        ILL
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(toDay);
    }
}
