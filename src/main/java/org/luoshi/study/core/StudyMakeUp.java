package org.luoshi.study.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody studied afterwards what they had missed.
 *
 * @param year the year in which the activity counts
 * @param line one line in their own words
 */
public record StudyMakeUp(
        UUID activityId, UUID personId, int year, LocalDate day, String line, BigDecimal hours, Instant notedAt) {}
