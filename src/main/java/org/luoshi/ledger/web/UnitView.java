package org.luoshi.ledger.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.burden.BurdenQueries;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.UnitQueries.Figures;

/**
 * What a unit's page shows.
 *
 * @param endedInto the unit that took over, when this one has ended
 */
public record UnitView(
        String name,
        String shortName,
        @Nullable String endedInto,
        Figures figures,
        List<ItemRow> lead,
        List<ItemRow> co,
        List<ItemRow> ended,
        List<Owed> owed,
        List<BurdenQueries.AskedBefore> askedBefore) {

    /** One thing that the unit owes, in words. */
    public record Owed(
            String shape,
            String light,
            String kind,
            String toWhom,
            String title,
            String href,
            @Nullable Instant due) {}
}
