package org.luoshi.ledger.core;

import org.jspecify.annotations.Nullable;

/** What somebody filled into a field. */
public final class FilledIn {

    private FilledIn() {}

    /** Without the white space around it; null where nothing was written. */
    public static @Nullable String words(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
