package org.luoshi.reporting.totals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page of totals shows.
 *
 * @param grouping null where a place of the tree is shown
 * @param comparison null where none was wanted or there is no such round
 * @param filled by child and field what silent units said last; null where it was not wanted or too many are silent
 * @param filledAll the same added up
 */
public record TotalsPage(
        TotalsScene scene,
        TotalsChoice choice,
        TotalsBreakdown breakdown,
        @Nullable Grouping grouping,
        List<Grouping> groupings,
        @Nullable TotalsComparison comparison,
        @Nullable Map<Long, List<FilledField>> filled,
        List<FilledField> filledAll,
        List<TelephoneHint> hints) {

    public Totals totals() {
        return breakdown.totals();
    }

    /** What silent units below a child said last to its n-th field; nothing where there are none. */
    public @Nullable FilledField filled(long child, int field) {
        List<FilledField> ofChild = filled == null ? null : filled.get(child);
        return ofChild == null || ofChild.get(field).units() == 0 ? null : ofChild.get(field);
    }

    /** Where a child leads: further down, or to its one report. */
    public String address(PlaceTotals child) {
        return child.itself()
                ? scene.address("reports") + "/" + child.key()
                : scene.address("totals", child.key()) + choice.query();
    }
}
