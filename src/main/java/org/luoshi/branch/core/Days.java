package org.luoshi.branch.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Span;

/** Something that holds for a while: whole days, both included; a null end means "still". */
interface Days {

    LocalDate fromDay();

    @Nullable
    LocalDate toDay();

    /** True on that day. */
    default boolean on(LocalDate day) {
        LocalDate to = toDay();
        return !day.isBefore(fromDay()) && (to == null || !day.isAfter(to));
    }

    /** True on each day of the period: a group founded within a month owes nothing for that month. */
    default boolean throughout(Span span) {
        LocalDate to = toDay();
        return !fromDay().isAfter(span.from()) && (to == null || !to.isBefore(span.to()));
    }
}
