package org.luoshi.reporting.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.totals.TotalsChart;
import org.luoshi.reporting.totals.TotalsCharts;
import org.luoshi.reporting.totals.TotalsChoice;
import org.luoshi.reporting.totals.TotalsPage;
import org.luoshi.reporting.totals.TotalsPages;
import org.luoshi.reporting.totals.TotalsReports;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The figures of a round at any place, down to the one report. */
@Controller
@RequestMapping("/reporting")
class TotalsWebController {

    private final TotalsScenes scenes;
    private final TotalsPages pages;
    private final TotalsReports reports;
    private final TotalsCharts charts;
    private final TotalsCheckJob checks;
    private final BulletinQueries bulletins;
    private final OpenRounds rounds;
    private final Senders senders;
    private final Templates templates;

    TotalsWebController(
            TotalsScenes scenes,
            TotalsPages pages,
            TotalsReports reports,
            TotalsCharts charts,
            TotalsCheckJob checks,
            BulletinQueries bulletins,
            OpenRounds rounds,
            Senders senders,
            Templates templates) {
        this.scenes = scenes;
        this.pages = pages;
        this.reports = reports;
        this.charts = charts;
        this.checks = checks;
        this.bulletins = bulletins;
        this.rounds = rounds;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping("/totals/{regime}/{period}")
    View totals(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            TotalsChoice choice,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        TotalsPage totals = pages.of(scene, choice, actor);
        return totals.breakdown().isUnit() && totals.grouping() == null
                ? new RedirectView(scene.address("reports") + "/" + scene.node())
                : Html.of(templates.reportingTotals(page, totals));
    }

    /** What the fields above the table chose, as an address that can be shared. */
    @GetMapping("/totals/{regime}")
    View choose(
            @PathVariable UUID regime,
            @RequestParam LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            TotalsChoice choice) {
        String address = UriComponentsBuilder.fromPath("/reporting/totals/{regime}/{period}")
                .queryParamIfPresent("place", Optional.ofNullable(place))
                .queryParamIfPresent("grouping", Optional.ofNullable(choice.grouping()))
                .encode()
                .buildAndExpand(regime, period)
                .toUriString();
        String more = choice.query();
        return new RedirectView(address.contains("?") ? address + more : address + more.replaceFirst("&", "?"));
    }

    @GetMapping("/totals/{regime}/{period}/chart")
    ResponseEntity<TotalsChart> chart(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @CurrentActor Actor actor) {
        return ResponseEntity.ok(charts.of(scenes.require(regime, period, place, actor)));
    }

    /** Counts the round all over again, as work in the background. */
    @PostMapping("/totals/{regime}/{period}/checks")
    View check(@PathVariable UUID regime, @PathVariable LocalDate period, @CurrentActor Actor actor) {
        return new RedirectView("/jobs/" + checks.start(rounds.require(regime, period), actor));
    }

    @GetMapping("/reports/{regime}/{period}/{place}")
    View report(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @PathVariable long place,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        return Html.of(templates.reportingReport(
                page,
                scene,
                reports.require(scene.open(), place, actor),
                bulletins.touched(scene.open(), place, actor),
                senders.mayReport(actor, place)));
    }
}
