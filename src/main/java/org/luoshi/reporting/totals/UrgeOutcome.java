package org.luoshi.reporting.totals;

import java.time.Instant;
import java.util.List;

/**
 * What became of urging or of telling superiors.
 *
 * @param told units whose people have it in their inbox now
 * @param tooSoon units that were told already, and when they may be told again
 * @param byTelephone units without an account: to be called
 * @param others further silent units of which nobody was told, because none of theirs reports here
 */
public record UrgeOutcome(List<SilentUnit> told, List<TooSoon> tooSoon, List<SilentUnit> byTelephone, int others) {

    /** A unit that is let be for now. */
    public record TooSoon(SilentUnit unit, Instant nextPossible) {}
}
