package org.luoshi.ledger.web;

import org.jspecify.annotations.Nullable;

/** A request as it is typed. */
public record RequestForm(
        @Nullable String reason,
        @Nullable String progress,
        @Nullable String date,
        @Nullable String cycle,
        @Nullable String unit,
        @Nullable String ending) {

    static RequestForm empty() {
        return new RequestForm(null, null, null, null, null, null);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
