package org.luoshi.reporting.totals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Regime;

/**
 * A regime that runs, with its current round as one person sees it.
 *
 * @param scene null where no round was made yet
 * @param urgent near the cut-off or after it, and somebody is silent
 * @param silent the first silent units, where it is urgent
 */
public record RunningRegime(
        Regime regime,
        @Nullable TotalsScene scene,
        @Nullable TotalsBreakdown breakdown,
        boolean urgent,
        List<SilentUnit> silent) {}
