package org.luoshi.study.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity of study that somebody missed, with what was studied there and, if so, how it was made up. */
public record StudyMissed(
        UUID activityId,
        String title,
        LocalDate day,
        BigDecimal hours,
        String sourceText,
        @Nullable UUID materialId,
        @Nullable String materialTitle,
        @Nullable StudyMakeUp madeUp) {}
