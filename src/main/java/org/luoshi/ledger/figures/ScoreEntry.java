package org.luoshi.ledger.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Points with the event that caused them.
 *
 * @param nth of its kind in the year; 0 where it was taken out
 * @param points what it changes after the cap
 * @param capped true where the cap left less of it
 * @param objection against it, if any
 */
public record ScoreEntry(
        Fact fact,
        AssessmentEvent event,
        int nth,
        BigDecimal points,
        boolean capped,
        @Nullable AssessmentObjection objection) {}
