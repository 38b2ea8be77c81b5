package org.luoshi.reporting.web;

import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.offline.OfflineForm;
import org.luoshi.reporting.totals.TotalsRevision;

/** What both kinds of forms say. */
public final class OfflineText {

    private OfflineText() {}

    public static String how(Page page, OfflineForm form) {
        return page.t(
                "reporting.offline.how",
                "day",
                page.date(form.endsAt().atZone(page.zone()).toLocalDate().minusDays(1)));
    }

    /** What stands already, or what was said in the last period. A person's data does not travel in files. */
    public static String last(Page page, OfflineForm form, ReportField field) {
        TotalsRevision stands = form.stands();
        OpenRound open = form.open();
        if (field.personal()) {
            return page.t("reporting.offline.personal");
        }
        if (stands != null) {
            return page.t("reporting.offline.now", "value", TotalsText.said(page, field, stands.figures()));
        }
        Figures before = form.before();
        return before == null || open.before() == null
                ? ""
                : page.t(
                        "reporting.fill.before",
                        "day",
                        page.day(open.before().period()),
                        "value",
                        TotalsText.said(page, field, before));
    }

    public static String stands(Page page, OfflineForm form) {
        TotalsRevision stands = form.stands();
        return stands == null
                ? ""
                : page.t(
                        "reporting.offline.stands",
                        "signer",
                        stands.signer(),
                        "at",
                        page.dateTime(stands.at()),
                        "revision",
                        stands.number());
    }
}
