package org.luoshi.reporting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.platform.Page;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinChange;
import org.luoshi.reporting.review.BulletinContent;
import org.luoshi.reporting.review.BulletinFigure;
import org.luoshi.reporting.review.BulletinPart;
import org.luoshi.reporting.review.BulletinView;
import org.luoshi.reporting.review.Erratum;
import org.luoshi.reporting.review.ErratumContent;
import org.luoshi.reporting.review.ErratumView;
import org.springframework.stereotype.Component;

/** Bulletins and errata as Word, with what the page says and nothing else. */
@Component
class BulletinPapers {

    private final DocumentsApi documents;

    BulletinPapers(DocumentsApi documents) {
        this.documents = documents;
    }

    byte[] write(BulletinView view, Page page) {
        Bulletin bulletin = view.bulletin();
        BulletinContent content = bulletin.content();
        BulletinPart all = content.all();
        Map<String, Object> values = new HashMap<>();
        heads(values, page);
        values.put("title", bulletin.title());
        values.put("number", number(page, bulletin));
        values.put("asOf", page.t("reporting.bulletin.as-of", "at", page.dateTime(bulletin.asOf())));
        values.put("words", paragraphs(bulletin.words()));
        values.put(
                "figures",
                all.figures().stream()
                        .map(figure -> figureRow(page, all, content.before(), figure))
                        .toList());
        values.put(
                "parts",
                content.parts().stream().map(part -> partRow(page, part)).toList());
        values.put(
                "missing",
                all.missing() == 0
                        ? ""
                        : page.t(
                                "reporting.bulletin.missing",
                                "count",
                                TotalsText.number(all.missing()),
                                "names",
                                BulletinText.missing(page, content.missing(), all.missing())));
        values.put("signed", signed(page, view.madeBy(), view.issuedBy(), bulletin.issuedAt()));
        return documents.fill("bulletin", values);
    }

    byte[] write(ErratumView view, Page page) {
        Erratum erratum = view.erratum();
        ErratumContent content = erratum.content();
        Map<String, Object> values = new HashMap<>();
        heads(values, page);
        values.put(
                "title",
                page.t("reporting.erratum.title", "title", view.bulletin().title()));
        values.put(
                "number",
                page.t("reporting.erratum.number", "bulletin", view.bulletin().number(), "number", erratum.number()));
        values.put("asOf", page.t("reporting.bulletin.as-of", "at", page.dateTime(erratum.asOf())));
        values.put("words", paragraphs(erratum.words()));
        List<Map<String, String>> figures = new ArrayList<>();
        for (BulletinFigure figure : content.is().figures()) {
            figures.add(Map.of(
                    "name", figure.name(),
                    "was",
                            BulletinText.number(content.was()
                                    .figure(figure.code())
                                    .map(BulletinFigure::sum)
                                    .orElse(null)),
                    "now", BulletinText.number(figure.sum()),
                    "known", BulletinText.known(page, content.is(), figure)));
        }
        values.put("figures", figures);
        values.put(
                "changes",
                content.changes().stream()
                        .map(change -> changeRow(page, change))
                        .toList());
        values.put("signed", signed(page, view.madeBy(), view.issuedBy(), erratum.issuedAt()));
        return documents.fill("erratum", values);
    }

    static String number(Page page, Bulletin bulletin) {
        return page.t("reporting.bulletin.number", "number", bulletin.number(), "period", page.date(bulletin.period()));
    }

    private static void heads(Map<String, Object> values, Page page) {
        for (String head : List.of(
                "field", "figure", "difference", "completeness", "unit", "reported", "said", "was", "now", "why")) {
            values.put(head + "Head", page.t("reporting.bulletin.head." + head));
        }
    }

    private static List<Map<String, String>> paragraphs(String words) {
        return words.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Map.of("text", line.strip()))
                .toList();
    }

    private static Map<String, String> figureRow(
            Page page, BulletinPart all, @Nullable BulletinPart before, BulletinFigure figure) {
        String measure =
                figure.measure().isEmpty() ? "" : page.t("reporting.bulletin.measure", "measure", figure.measure());
        return Map.of(
                "name", figure.name() + measure,
                "sum", BulletinText.number(figure.sum()),
                "difference", BulletinText.difference(figure, before),
                "known", BulletinText.known(page, all, figure));
    }

    private static Map<String, String> partRow(Page page, BulletinPart part) {
        return Map.of(
                "name", part.name(),
                "reported", TotalsText.number(part.reported()) + " / " + TotalsText.number(part.owed()),
                "figures", BulletinText.figures(page, part));
    }

    private static Map<String, String> changeRow(Page page, BulletinChange change) {
        return Map.of(
                "name", change.name(),
                "was", BulletinText.said(page, change, false),
                "now", BulletinText.said(page, change, true),
                "why",
                        BulletinText.reason(page, change)
                                + page.t(
                                        "reporting.bulletin.signed-at",
                                        "signer",
                                        change.signer(),
                                        "at",
                                        page.dateTime(change.at())));
    }

    static String signed(Page page, String madeBy, @Nullable String issuedBy, @Nullable Instant at) {
        return issuedBy == null
                ? page.t("reporting.bulletin.made-by", "name", madeBy)
                : page.t("reporting.bulletin.issued-by", "made", madeBy, "name", issuedBy, "at", page.dateTime(at));
    }
}
