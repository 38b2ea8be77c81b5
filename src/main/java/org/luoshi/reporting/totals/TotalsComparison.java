package org.luoshi.reporting.totals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An earlier round beside this one.
 *
 * @param totals of the same place then
 * @param children by key
 */
public record TotalsComparison(LocalDate period, Totals totals, Map<Long, Totals> children) {

    static TotalsComparison of(LocalDate period, TotalsBreakdown then) {
        return new TotalsComparison(
                period,
                then.totals(),
                then.children().stream()
                        .collect(Collectors.toMap(PlaceTotals::key, PlaceTotals::totals, (one, other) -> one)));
    }

    public @Nullable Totals then(long key) {
        return children.get(key);
    }

    /** Now less then; null where either side has no figure, because a missing one is never zero. */
    public static @Nullable BigDecimal difference(FieldTotal now, @Nullable Totals then) {
        BigDecimal before = figure(then, now.field().code());
        BigDecimal after = now.figure();
        return after == null || before == null ? null : after.subtract(before);
    }

    /** Whether as many units gave a number then as now; else part of the difference is only that. */
    public static boolean isAsComplete(FieldTotal now, @Nullable Totals then) {
        return known(then, now.field().code()) == now.known();
    }

    /** Units that gave a number. */
    public static int known(@Nullable Totals totals, String code) {
        return totals == null ? 0 : totals.field(code).map(FieldTotal::known).orElse(0);
    }

    /** The figure of a field; null where there is none. */
    public static @Nullable BigDecimal figure(@Nullable Totals totals, String code) {
        return totals == null
                ? null
                : totals.field(code).map(FieldTotal::figure).orElse(null);
    }
}
