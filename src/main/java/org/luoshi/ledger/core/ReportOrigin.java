package org.luoshi.ledger.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a report comes from that was not written with an account of the unit.
 *
 * @param toldBy who spoke or signed for the unit
 * @param toldOn on which day; null where that is the day of the report itself
 * @param partner the other installation it came from
 */
public record ReportOrigin(
        ReportWay way,
        String toldBy,
        @Nullable String telephone,
        @Nullable LocalDate toldOn,
        @Nullable String partner) {

    public ReportOrigin {
        toldBy = toldBy.strip();
        telephone = FilledIn.words(telephone);
    }
}
