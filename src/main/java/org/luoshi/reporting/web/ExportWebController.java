package org.luoshi.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.exchange.ExportKind;
import org.luoshi.reporting.exchange.ExportService;
import org.luoshi.reporting.exchange.ExportStore;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Takes a period out as Excel or CSV; the page says how far it is. */
@Controller
@RequestMapping("/reporting/export/{regime}/{period}")
class ExportWebController {

    private final TotalsScenes scenes;
    private final ExportService exports;
    private final ExportStore store;
    private final Senders senders;
    private final Templates templates;

    ExportWebController(
            TotalsScenes scenes, ExportService exports, ExportStore store, Senders senders, Templates templates) {
        this.scenes = scenes;
        this.exports = exports;
        this.store = store;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping
    View page(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(templates.reportingExport(page, list(regime, period, place, actor)));
    }

    /** What changes while files are being written; htmx asks for it every two seconds. */
    @GetMapping(headers = "HX-Request")
    View state(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        return Html.of(templates.reportingExportState(page, scene, store.recent(scene.open(), actor)));
    }

    @PostMapping("/files")
    void file(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam ExportKind kind,
            Page page,
            @CurrentActor Actor actor,
            HttpServletResponse response) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        ExportService.Wanted wanted = new ExportService.Wanted(scene.open(), scene.node(), kind, page.locale());
        ExportDownload.send(exports, wanted, scene.name(), actor, response);
    }

    private ExportList list(UUID regime, LocalDate period, @Nullable Long place, Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        boolean hidden = !senders.mayReport(actor, scene.node())
                && scene.open().form().fields().stream().anyMatch(field -> field.personal());
        return new ExportList(
                scene, exports.count(scene.open(), scene.node()), hidden, store.recent(scene.open(), actor));
    }
}
