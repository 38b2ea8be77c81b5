package org.luoshi.reporting.filling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.totals.TotalsReport;
import org.luoshi.reporting.totals.TotalsRevision;

/**
 * The page on which a report is filled in.
 *
 * @param before what stood in the round before; shown, never entered
 * @param onBehalf the unit is not the person's own: who tells it must be named
 * @param draft what was typed and could not be sent, if anything
 * @param warnings texts of rules that the report just sent breaks without being refused
 */
public record FillScene(
        OpenRound open,
        TotalsReport report,
        @Nullable Figures before,
        boolean onBehalf,
        ReportDrafts.@Nullable Draft draft,
        List<String> warnings,
        boolean justSent) {

    /** The revision that stands; null where nothing came yet. */
    public @Nullable TotalsRevision stands() {
        return report.revisions().isEmpty() ? null : report.revisions().get(0);
    }

    public String address() {
        return "/reporting/fill/" + regime() + "/" + period() + "/"
                + report.place().key();
    }

    public UUID regime() {
        return open.regime().key();
    }

    public LocalDate period() {
        return open.round().period();
    }

    public LocalDate beforePeriod() {
        return open.before() == null ? period() : open.before().period();
    }
}
