package org.luoshi.reporting.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.exchange.ExchangeError;
import org.luoshi.reporting.exchange.TemplateRows;
import org.luoshi.reporting.exchange.UploadService;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The reports of many units in one file: the table to fill in, and where it is brought. */
@Controller
@RequestMapping("/reporting/upload/{regime}/{period}")
class UploadWebController {

    private final TotalsScenes scenes;
    private final TemplateRows rows;
    private final UploadService service;
    private final Senders senders;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;

    UploadWebController(
            TotalsScenes scenes,
            TemplateRows rows,
            UploadService service,
            Senders senders,
            SpreadsheetsApi spreadsheets,
            Templates templates) {
        this.scenes = scenes;
        this.rows = rows;
        this.service = service;
        this.senders = senders;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
    }

    @GetMapping
    View show(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(templates.reportingUpload(page, scene(regime, period, place, actor), "", Map.of()));
    }

    /** @param all also those that have reported, to be corrected */
    @GetMapping("/template.xlsx")
    View workbook(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "false") boolean all,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scene(regime, period, place, actor);
        return UploadDownload.workbook(spreadsheets, name(scene), head(scene, page), rows(scene, all, actor));
    }

    @GetMapping("/template.csv")
    View csv(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "false") boolean all,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scene(regime, period, place, actor);
        return UploadDownload.csv(name(scene), head(scene, page), rows(scene, all, actor));
    }

    @PostMapping
    View upload(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String signer,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        TotalsScene scene = scene(regime, period, place, actor);
        try {
            if (file == null || file.isEmpty()) {
                throw ExchangeError.NO_FILE.plain();
            }
            String name = Attachment.safe(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
            return new RedirectView(
                    "/reporting/uploads/" + service.start(scene.open(), name, file.getBytes(), signer, actor));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    templates.reportingUpload(page, scene, signer, Map.of("file", page.reason(refusal))));
        }
    }

    /** Refused (NOT_YOURS) for those who only read. */
    private TotalsScene scene(UUID regime, LocalDate period, @Nullable Long place, Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        if (!senders.mayReport(actor, scene.node())) {
            throw ReportingError.NOT_YOURS.plain();
        }
        return scene;
    }

    private static String name(TotalsScene scene) {
        return Attachment.safe(
                scene.open().regime().title() + " " + scene.period() + (scene.isAll() ? "" : " " + scene.name()));
    }

    private static List<String> head(TotalsScene scene, Page page) {
        return TemplateRows.head(scene.open(), page.isChinese());
    }

    private Stream<List<String>> rows(TotalsScene scene, boolean all, Actor actor) {
        return rows.rows(scene.open(), scene.node(), all, actor);
    }
}
