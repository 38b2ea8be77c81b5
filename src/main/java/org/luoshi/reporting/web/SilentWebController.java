package org.luoshi.reporting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.SilentQueries;
import org.luoshi.reporting.totals.SilentService;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.reporting.totals.UrgeOutcome;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who has not reported: by level and official order, with the person to call. */
@Controller
@RequestMapping("/reporting/silent/{regime}/{period}")
class SilentWebController {

    private static final int ON_A_PAGE = 50;
    private static final int ON_PAPER = 1_000;

    private final TotalsScenes scenes;
    private final TotalsQueries totals;
    private final SilentQueries silent;
    private final SilentService service;
    private final Senders senders;
    private final Templates templates;

    SilentWebController(
            TotalsScenes scenes,
            TotalsQueries totals,
            SilentQueries silent,
            SilentService service,
            Senders senders,
            Templates templates) {
        this.scenes = scenes;
        this.totals = totals;
        this.silent = silent;
        this.service = service;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping
    View silent(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "0") long after,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(templates.reportingSilent(page, list(regime, period, place, after, ON_A_PAGE, actor), false));
    }

    /** What changes while reports come in; htmx asks for it every few seconds. */
    @GetMapping(headers = "HX-Request")
    View silentNow(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "0") long after,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(templates.reportingSilentNow(page, list(regime, period, place, after, ON_A_PAGE, actor)));
    }

    /** For the printer: the first thousand with room for notes. */
    @GetMapping("/call-list")
    View callList(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "0") long after,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(templates.reportingSilentCallList(page, list(regime, period, place, after, ON_PAPER, actor)));
    }

    @PostMapping("/urges")
    View urge(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "") List<Long> unit,
            @RequestParam(defaultValue = "false") boolean all,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        if (unit.isEmpty() && !all) {
            return Html.invalid(
                    templates.reportingSilent(page, list(regime, period, place, 0, ON_A_PAGE, actor), true));
        }
        UrgeOutcome outcome = service.urge(scene.open(), scene.node(), all ? List.of() : unit, actor);
        return Html.of(templates.reportingSilentTold(page, scene, outcome, false));
    }

    @PostMapping("/escalations")
    View escalate(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "") List<Long> unit,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        UrgeOutcome outcome = service.escalate(scene.open(), scene.node(), unit, actor);
        return Html.of(templates.reportingSilentTold(page, scene, outcome, true));
    }

    private SilentList list(UUID regime, LocalDate period, @Nullable Long place, long after, int size, Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        return new SilentList(
                scene,
                totals.of(scene.open(), scene.node()),
                silent.page(scene.open(), scene.node(), after, size),
                after,
                senders.mayReport(actor, scene.node()));
    }
}
