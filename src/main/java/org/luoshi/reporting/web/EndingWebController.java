package org.luoshi.reporting.web;

import java.util.Map;
import java.util.UUID;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.review.Ending;
import org.luoshi.reporting.review.EndingQueries;
import org.luoshi.reporting.review.EndingService;
import org.luoshi.reporting.review.EndingView;
import org.luoshi.reporting.review.EndingWork;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The end of a regime: what it holds, and the deletion of what is personal by two people. */
@Controller
@RequestMapping("/reporting/ending/{key}")
class EndingWebController {

    private final EndingQueries queries;
    private final EndingService service;
    private final EndingWork work;
    private final JobsApi jobs;
    private final Templates templates;

    EndingWebController(
            EndingQueries queries, EndingService service, EndingWork work, JobsApi jobs, Templates templates) {
        this.queries = queries;
        this.service = service;
        this.work = work;
        this.jobs = jobs;
        this.templates = templates;
    }

    @GetMapping
    View ending(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.reportingEnding(page, queries.view(key, actor), EndingForm.EMPTY, Map.of()));
    }

    @PostMapping("/extensions")
    View keepLonger(@PathVariable UUID key, EndingForm form, Page page, @CurrentActor Actor actor) {
        return change(key, form, page, actor, () -> service.keepLonger(key, form.number(), form.typedReason(), actor));
    }

    @PostMapping("/requests")
    View ask(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return change(key, EndingForm.EMPTY, page, actor, () -> service.ask(key, actor));
    }

    @PostMapping("/withdrawals")
    View takeBack(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return change(key, EndingForm.EMPTY, page, actor, () -> service.takeBack(key, actor));
    }

    @PostMapping("/confirmations")
    View confirm(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        try {
            return new RedirectView("/jobs/" + start(service.confirm(key, actor), actor));
        } catch (BusinessException refusal) {
            return refused(key, EndingForm.EMPTY, refusal, page, actor);
        }
    }

    /** Goes on with a deletion that was confirmed and broke off. */
    @PostMapping("/work")
    View goOn(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        EndingView view = queries.view(key, actor);
        return new RedirectView(
                view.keeper() && view.isUnderWay()
                        ? "/jobs/" + start(view.regime(), actor)
                        : "/reporting/ending/" + key);
    }

    private UUID start(Regime regime, Actor actor) {
        return jobs.start("reporting-erase", Map.of("title", regime.title()), actor, progress -> {
            Ending ending = work.erase(regime, actor, progress);
            return new JobOutcome(
                    "reporting.ending.done",
                    Map.of(
                            "reports", Long.toString(ending.reports()),
                            "drafts", TotalsText.number(ending.drafts()),
                            "links", TotalsText.number(ending.links()),
                            "contacts", TotalsText.number(ending.contacts())),
                    "/reporting/ending/" + regime.key(),
                    null);
        });
    }

    private View change(UUID key, EndingForm form, Page page, Actor actor, Runnable what) {
        try {
            what.run();
            return new RedirectView("/reporting/ending/" + key);
        } catch (BusinessException refusal) {
            return refused(key, form, refusal, page, actor);
        }
    }

    private View refused(UUID key, EndingForm form, BusinessException refusal, Page page, Actor actor) {
        FormTyped.passOn(refusal);
        return Html.withStatus(
                FormTyped.status(refusal),
                templates.reportingEnding(page, queries.view(key, actor), form, FormTyped.errors(page, refusal)));
    }
}
