package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One time somebody held a post, with the names that a person reads. */
public record HoldingRow(
        UUID postId,
        String title,
        UUID unitId,
        String unitName,
        UUID personId,
        String personName,
        LocalDate fromDay,
        @Nullable LocalDate toDay) {

    public boolean isOn(LocalDate day) {
        return !fromDay.isAfter(day) && (toDay == null || !toDay.isBefore(day));
    }

    /** Held on that day or from a later one on. */
    public boolean endsNotBefore(LocalDate day) {
        return toDay == null || !toDay.isBefore(day);
    }
}
