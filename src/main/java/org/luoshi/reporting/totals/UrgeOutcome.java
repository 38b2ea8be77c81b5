package org.luoshi.reporting.totals;

import java.time.Instant;
import java.util.List;

/**
 * What became of urging or of telling superiors.
 *
 * @param told units whose people have it in their inbox now
 * @param tooSoon units that were told already, and when they may be told again
 * @param byTelephone units without an account: to be called
 */
public record UrgeOutcome(List<SilentUnit> told, List<TooSoon> tooSoon, List<SilentUnit> byTelephone) {

    /** A unit that is let be for now. */
    public record TooSoon(SilentUnit unit, Instant nextPossible) {}
}
