package org.luoshi.study.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Study elsewhere: a course of a higher body, another platform (E-05, E-14).
 *
 * @param hours class hours, by the conversion of the day it was noted
 * @param platform where, or who held it; may be empty
 * @param course true for an intensive course
 */
public record OutsideHours(
        UUID id,
        UUID personId,
        String title,
        LocalDate day,
        BigDecimal amount,
        String unit,
        BigDecimal hours,
        String platform,
        boolean course,
        UUID notedBy,
        Instant notedAt) {

    /** What makes two entries the same. */
    record Key(UUID personId, LocalDate day, String title, String platform) {}

    Key key() {
        return new Key(personId, day, title, platform);
    }
}
