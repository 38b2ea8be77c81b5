package org.luoshi.study.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A book, paper or recording that is studied.
 *
 * @param issuer author or issuing body; may be empty
 * @param shelf where it stands; may be empty
 * @param link an address as plain text; may be empty
 */
public record StudyMaterial(
        UUID id,
        int version,
        UUID branchId,
        String title,
        String issuer,
        Kind kind,
        @Nullable Integer year,
        @Nullable UUID fileId,
        String shelf,
        String link) {

    /** What it is. */
    public enum Kind {
        BOOK,
        DOCUMENT,
        ARTICLE,
        RECORDING,
        OTHER
    }
}
