package org.luoshi.reporting.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.platform.Texts;
import org.luoshi.reporting.exchange.UploadQueries;
import org.luoshi.reporting.exchange.UploadRefusal;
import org.luoshi.reporting.exchange.UploadView;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** One's own uploads, how far each is, and what was not taken. */
@Controller
@RequestMapping("/reporting/uploads")
class UploadsWebController {

    private static final int LISTED = 1_000;

    private final UploadQueries queries;
    private final Texts texts;
    private final Templates templates;

    UploadsWebController(UploadQueries queries, Texts texts, Templates templates) {
        this.queries = queries;
        this.texts = texts;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.reportingUploads(page, queries.of(actor)));
    }

    @GetMapping("/{id}")
    View show(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        UploadView upload = queries.require(id, actor);
        return Html.of(templates.reportingUploadResult(page, upload, refused(upload, LISTED, page)));
    }

    /** What changes while it is read; htmx asks for it each second. */
    @GetMapping(path = "/{id}", headers = "HX-Request")
    View state(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        UploadView upload = queries.require(id, actor);
        return Html.of(templates.reportingUploadState(page, upload, refused(upload, LISTED, page)));
    }

    @GetMapping("/{id}/refused.csv")
    View csv(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        UploadView upload = queries.require(id, actor);
        Stream<List<String>> rows = refused(upload, UploadQueries.MOST_REFUSALS, page).stream()
                .map(row -> List.of(row.unit(), Long.toString(row.row()), row.reason()));
        return UploadDownload.csv(
                Attachment.safe(page.t("reporting.upload.refused-file", "name", upload.name())),
                List.of(
                        page.t("reporting.upload.unit"),
                        page.t("reporting.upload.row"),
                        page.t("reporting.upload.reason")),
                rows);
    }

    private List<RefusedRow> refused(UploadView upload, int limit, Page page) {
        return queries.refusals(upload, limit).stream()
                .map(refusal -> row(refusal, page))
                .toList();
    }

    private RefusedRow row(UploadRefusal refusal, Page page) {
        return new RefusedRow(
                refusal.row(), refusal.unit(), texts.reason(page.locale(), refusal.code(), refusal.details()));
    }
}
