package org.luoshi.reporting.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinChange;
import org.luoshi.reporting.review.BulletinFigure;
import org.luoshi.reporting.review.BulletinPart;
import org.luoshi.reporting.review.ErratumContent;

/** How bulletins and errata are written, on the page and on paper. */
public final class BulletinText {

    /** So many names are written out; the number says how many there are. */
    private static final int NAMED = 20;

    private BulletinText() {}

    public static String number(@Nullable String sum) {
        return TotalsText.number(sum == null ? null : new BigDecimal(sum));
    }

    public static String place(Page page, BulletinPart part) {
        return part.place() == 0 ? page.t("reporting.totals.all") : part.name();
    }

    /** What changed against the last period; null on either side is a dash. */
    public static String difference(BulletinFigure now, @Nullable BulletinPart before) {
        BigDecimal then = before == null
                ? null
                : before.figure(now.code()).map(BulletinFigure::number).orElse(null);
        BigDecimal is = now.number();
        return TotalsText.difference(then == null || is == null ? null : is.subtract(then));
    }

    /** 29 / 32, with how many do not know it yet. */
    public static String known(Page page, BulletinPart part, BulletinFigure figure) {
        List<String> said = new ArrayList<>();
        said.add(page.t(
                "reporting.totals.known-of",
                "known",
                TotalsText.number(figure.known()),
                "owed",
                TotalsText.number(part.owed())));
        if (figure.unknown() > 0) {
            said.add(page.t("reporting.totals.unknown", "count", TotalsText.number(figure.unknown())));
        }
        if (part.unsaid(figure) > 0) {
            said.add(page.t("reporting.totals.unsaid", "count", TotalsText.number(part.unsaid(figure))));
        }
        if (part.missing() > 0) {
            said.add(page.t("reporting.bulletin.missing-count", "count", TotalsText.number(part.missing())));
        }
        return String.join(page.t("reporting.bulletin.comma"), said);
    }

    /** 新增合计 3、其中本地 2. */
    public static String figures(Page page, BulletinPart part) {
        return part.figures().stream()
                .map(figure -> figure.name() + " " + number(figure.sum()))
                .collect(Collectors.joining(page.t("reporting.bulletin.list")));
    }

    /** Names of the missing, and how many more there are. */
    public static String missing(Page page, List<String> names, int count) {
        String written = names.stream().limit(NAMED).collect(Collectors.joining(page.t("reporting.bulletin.list")));
        return count > NAMED
                ? written + page.t("reporting.bulletin.and-more", "count", TotalsText.number(count - NAMED))
                : written;
    }

    /** What the unit said in the bulletin, or says now. */
    public static String said(Page page, BulletinChange change, boolean now) {
        if (!now && change.wasMissing()) {
            return page.t("reporting.bulletin.was-missing");
        }
        if (now ? change.nowZero() : change.wasZero()) {
            return page.t("reporting.totals.zero");
        }
        return change.fields().stream()
                .map(field -> field.name() + " " + number(now ? field.is() : field.was()))
                .collect(Collectors.joining(page.t("reporting.bulletin.list")));
    }

    public static String reason(Page page, BulletinChange change) {
        String reason = change.reason();
        return reason != null
                ? reason
                : page.t(change.wasMissing() ? "reporting.bulletin.came-late" : "reporting.bulletin.no-reason");
    }

    /** Words to begin with, out of the figures. */
    public static String suggestion(Page page, Bulletin bulletin) {
        BulletinPart all = bulletin.content().all();
        StringBuilder words = new StringBuilder(page.t(
                "reporting.bulletin.suggestion",
                "asOf",
                page.dateTime(bulletin.asOf()),
                "owed",
                TotalsText.number(all.owed()),
                "reported",
                TotalsText.number(all.reported()),
                "zero",
                TotalsText.number(all.zero()),
                "late",
                TotalsText.number(all.late())));
        words.append(
                all.missing() == 0
                        ? page.t("reporting.bulletin.suggestion-complete")
                        : page.t(
                                "reporting.bulletin.suggestion-missing",
                                "count",
                                TotalsText.number(all.missing()),
                                "names",
                                missing(page, bulletin.content().missing(), all.missing())));
        for (BulletinFigure figure : all.figures()) {
            words.append('\n').append(sentence(page, bulletin, figure));
        }
        return words.toString();
    }

    private static String sentence(Page page, Bulletin bulletin, BulletinFigure figure) {
        BulletinPart all = bulletin.content().all();
        BulletinPart before = bulletin.content().before();
        String plain = page.t(
                "reporting.bulletin.suggestion-figure",
                "name",
                figure.name(),
                "sum",
                figure.sum() == null
                        ? page.t("reporting.bulletin.nobody-knows")
                        : number(figure.sum()) + figure.measure(),
                "known",
                TotalsText.number(figure.known()),
                "owed",
                TotalsText.number(all.owed()));
        return plain + compared(page, figure, before);
    }

    /** More, less or as much as a period ago, and whether that one was complete. */
    private static String compared(Page page, BulletinFigure figure, @Nullable BulletinPart before) {
        BulletinFigure then =
                before == null ? null : before.figure(figure.code()).orElse(null);
        BigDecimal was = then == null ? null : then.number();
        BigDecimal is = figure.number();
        if (before == null || then == null || was == null || is == null) {
            return page.t("reporting.bulletin.stop");
        }
        BigDecimal more = is.subtract(was);
        String kind = more.signum() == 0 ? "same" : more.signum() > 0 ? "more" : "less";
        String said = page.t("reporting.bulletin.suggestion-" + kind, "number", TotalsText.number(more.abs()));
        return then.known() >= before.owed()
                ? said + page.t("reporting.bulletin.stop")
                : said
                        + page.t(
                                "reporting.bulletin.suggestion-before",
                                "known",
                                TotalsText.number(then.known()),
                                "owed",
                                TotalsText.number(before.owed()));
    }

    /** Words for an erratum to begin with. */
    public static String suggestion(Page page, Bulletin bulletin, ErratumContent content) {
        return page.t(
                "reporting.erratum.suggestion",
                "number",
                bulletin.number(),
                "title",
                bulletin.title(),
                "count",
                TotalsText.number(content.count()));
    }
}
