package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.review.ReviewChoice;
import org.luoshi.reporting.review.ReviewQueries;
import org.luoshi.reporting.review.ReviewService;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A level looks at the reports below it: confirms, asks back, or notes something. */
@Controller
@RequestMapping("/reporting/review/{regime}/{period}")
class ReviewWebController {

    /** Above so many it is work in the background. */
    private static final int AT_ONCE = 20_000;

    private final TotalsScenes scenes;
    private final TotalsQueries totals;
    private final ReviewQueries queries;
    private final ReviewService service;
    private final JobsApi jobs;
    private final Templates templates;
    private final Clock clock;

    ReviewWebController(
            TotalsScenes scenes,
            TotalsQueries totals,
            ReviewQueries queries,
            ReviewService service,
            JobsApi jobs,
            Templates templates,
            Clock clock) {
        this.scenes = scenes;
        this.totals = totals;
        this.queries = queries;
        this.service = service;
        this.jobs = jobs;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    View list(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Integer confirmed,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        ReviewChoice choice = ReviewChoice.of(show, after);
        return Html.of(list(page, scene, choice, null, ReviewForm.EMPTY, Map.of(), confirmed, actor));
    }

    @PostMapping("/{unit}")
    View review(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @PathVariable long unit,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "0") long after,
            ReviewForm form,
            Page page,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        ReviewChoice choice = ReviewChoice.of(show, after);
        try {
            service.review(scene.open(), form.toReview(unit), actor);
            return new RedirectView(
                    scene.address("review", scene.node()) + "&show=" + choice.shown() + "&after=" + after);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    list(page, scene, choice, unit, form, FormTyped.errors(page, refusal), null, actor));
        }
    }

    /** Confirms what nobody has looked at, as it was when the list was shown. */
    @PostMapping("/confirmations")
    View confirmAll(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @RequestParam(required = false) @Nullable Long place,
            @RequestParam(defaultValue = "") String shownAt,
            @CurrentActor Actor actor) {
        TotalsScene scene = scenes.require(regime, period, place, actor);
        Instant seen = seen(shownAt);
        if (totals.total(scene.open(), scene.node()).unreviewed() > AT_ONCE) {
            return new RedirectView("/jobs/" + inBackground(scene, seen, actor));
        }
        int count = service.confirmAll(scene.open(), scene.node(), seen, actor);
        return new RedirectView(scene.address("review", scene.node()) + "&confirmed=" + count);
    }

    private UUID inBackground(TotalsScene scene, Instant seen, Actor actor) {
        return jobs.start(
                "reporting-confirm-all",
                Map.of(
                        "title",
                        scene.open().regime().title(),
                        "period",
                        scene.period().toString()),
                actor,
                progress -> new JobOutcome(
                        "reporting.review.confirmed-all",
                        Map.of("count", TotalsText.number(service.confirmAll(scene.open(), scene.node(), seen, actor))),
                        scene.address("review", scene.node()),
                        null));
    }

    private Instant seen(String shownAt) {
        try {
            return Instant.parse(shownAt);
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    private JteModel list(
            Page page,
            TotalsScene scene,
            ReviewChoice choice,
            @Nullable Long at,
            ReviewForm form,
            Map<String, String> errors,
            @Nullable Integer confirmed,
            Actor actor) {
        return templates.reportingReview(
                page, new ReviewList(queries.page(scene, choice, actor), at, form, errors, confirmed, clock.instant()));
    }
}
