package org.luoshi.reporting.web;

import org.jspecify.annotations.Nullable;

/** What was typed to keep the personal data of a regime longer. */
public record EndingForm(@Nullable String days, @Nullable String reason) {

    public static final EndingForm EMPTY = new EndingForm(null, null);

    public String typedDays() {
        return days == null ? "" : days.strip();
    }

    public String typedReason() {
        return reason == null ? "" : reason.strip();
    }

    /** 0 for what is no number, which is refused like a number that is not allowed. */
    int number() {
        return typedDays().matches("\\d{1,4}") ? Integer.parseInt(typedDays()) : 0;
    }
}
