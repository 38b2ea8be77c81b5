package org.luoshi.reporting.offline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.totals.TotalsRevision;

/**
 * What the form of one unit shows. The only time that its token is known.
 *
 * @param before what stood in the round before; shown and never entered
 * @param stands what the unit has reported already, which this form corrects; null where nothing came
 */
public record OfflineForm(
        OpenRound open,
        Place place,
        String fullName,
        String token,
        Instant endsAt,
        @Nullable Figures before,
        @Nullable TotalsRevision stands) {

    /** As on the page: texts that need not be said need no "not known yet" either. */
    public boolean mayBeUnknown(ReportField field) {
        return field.required() || field.kind().isNumber();
    }
}
