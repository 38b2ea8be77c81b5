package org.luoshi.reporting.filling;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReviewMark;
import org.luoshi.reporting.totals.TotalsReport;
import org.luoshi.reporting.totals.TotalsReview;
import org.luoshi.reporting.totals.TotalsRevision;

/**
 * The page on which a report is filled in.
 *
 * @param address where the form goes
 * @param before what stood in the round before; shown, never entered
 * @param onBehalf the unit is not the person's own: who tells it must be named
 * @param visitor somebody without account, who came by a link and signs with name and telephone
 * @param begun whether the day of the period has come; nothing is taken before
 * @param draft what was typed and could not be sent, if anything
 * @param draftBy whose account typed it; empty for a visitor
 * @param warnings texts of rules that the report just sent breaks without being refused
 */
public record FillScene(
        OpenRound open,
        String address,
        TotalsReport report,
        @Nullable Figures before,
        boolean onBehalf,
        boolean visitor,
        boolean begun,
        ReportDrafts.@Nullable Draft draft,
        String draftBy,
        List<String> warnings,
        boolean justSent) {

    /** The same after a report was taken. */
    public FillScene sent(List<String> broken) {
        return new FillScene(
                open, address, report, before, onBehalf, visitor, begun, draft, draftBy, List.copyOf(broken), true);
    }

    /** The revision that stands; null where nothing came yet. */
    public @Nullable TotalsRevision stands() {
        return report.revisions().isEmpty() ? null : report.revisions().get(0);
    }

    /** Where the other rounds are. */
    public String overview() {
        return visitor ? address.substring(0, address.lastIndexOf('/')) + "?list=true" : "/reporting/mine";
    }

    public boolean isQuestioned() {
        return report.review() == ReviewMark.QUESTIONED;
    }

    /** What is asked about the revision that stands, newest first. */
    public List<TotalsReview> questions() {
        TotalsRevision stands = stands();
        if (stands == null || !isQuestioned()) {
            return List.of();
        }
        return report.reviews().stream()
                .filter(review -> review.revision() == stands.number())
                .toList();
    }

    /** The fields to which two revisions say different things. */
    public List<ReportField> changed(TotalsRevision newer, TotalsRevision older) {
        return open.form().fields().stream()
                .filter(field -> !newer.figures().saysSame(field, older.figures()))
                .toList();
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

    /** What the form begins with: a draft before what stands; never the figures of another day. */
    public TypedReport start(Map<String, String> signature) {
        TotalsRevision stands = stands();
        TypedReport base =
                stands == null ? TypedReport.empty(0) : TypedReport.of(open.form(), stands.figures(), stands.number());
        Map<String, String> typed = new HashMap<>(base.typed());
        if (draft != null) {
            typed.keySet().removeIf(name -> name.startsWith("v.") || name.startsWith("u."));
            typed.putAll(draft.typed());
        }
        typed.putAll(signature);
        return new TypedReport(typed);
    }
}
