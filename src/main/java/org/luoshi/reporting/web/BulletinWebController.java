package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenUnits;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Round;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinError;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.review.BulletinService;
import org.luoshi.reporting.review.BulletinView;
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

/** Bulletins of a regime: drawn up, worded, issued, proved. */
@Controller
@RequestMapping("/reporting/bulletins/{key}")
class BulletinWebController {

    private static final int PERIODS = 62;

    private final BulletinQueries queries;
    private final BulletinService service;
    private final BulletinJobs jobs;
    private final BulletinPapers papers;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final Senders senders;
    private final OrganizationApi organization;
    private final Templates templates;

    BulletinWebController(
            BulletinQueries queries,
            BulletinService service,
            BulletinJobs jobs,
            BulletinPapers papers,
            RegimeQueries regimes,
            OpenRounds rounds,
            Senders senders,
            OrganizationApi organization,
            Templates templates) {
        this.queries = queries;
        this.service = service;
        this.jobs = jobs;
        this.papers = papers;
        this.regimes = regimes;
        this.rounds = rounds;
        this.senders = senders;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping
    View list(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return Html.of(list(key, BulletinForm.EMPTY, Map.of(), page, actor));
    }

    @PostMapping
    View draw(@PathVariable UUID key, BulletinForm form, Page page, @CurrentActor Actor actor) {
        try {
            OpenRound open = rounds.require(key, FormTyped.day("period", form.at("period")));
            String title = form.at("title").isEmpty()
                    ? page.t(
                            "reporting.bulletin.default-title",
                            "title",
                            open.regime().title(),
                            "period",
                            page.date(open.round().period()))
                    : form.at("title");
            return new RedirectView(jobs.draw(open, place(form), title, actor));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal), list(key, form, FormTyped.errors(page, refusal), page, actor));
        }
    }

    @GetMapping("/{id}")
    View bulletin(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean same,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(bulletin(id, null, Map.of(), same, page, actor));
    }

    @PostMapping("/{id}/words")
    View reword(
            @PathVariable UUID key,
            @PathVariable UUID id,
            BulletinForm form,
            @RequestParam(defaultValue = "") String then,
            Page page,
            @CurrentActor Actor actor) {
        return change(key, id, form, page, actor, () -> {
            service.reword(id, form.at("title"), form.wording(), actor);
            if (then.equals("issue")) {
                service.issue(id, actor);
            }
        });
    }

    @PostMapping("/{id}/figures")
    View retake(@PathVariable UUID key, @PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return change(key, id, null, page, actor, () -> service.retake(id, actor));
    }

    /** Computes the figures again out of the reports as of the bulletin's batch. */
    @PostMapping("/{id}/checks")
    View check(@PathVariable UUID key, @PathVariable UUID id, @CurrentActor Actor actor) {
        Bulletin bulletin = queries.require(id, actor);
        return new RedirectView(jobs.check(key, bulletin, actor));
    }

    @GetMapping("/{id}/document")
    View document(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        BulletinView view = queries.view(id, actor);
        return BulletinDownload.word(papers.write(view, page), view.bulletin().title());
    }

    private View change(UUID key, UUID id, @Nullable BulletinForm form, Page page, Actor actor, Runnable what) {
        try {
            what.run();
            return new RedirectView("/reporting/bulletins/" + key + "/" + id);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal), bulletin(id, form, FormTyped.errors(page, refusal), null, page, actor));
        }
    }

    private JteModel list(UUID key, BulletinForm form, Map<String, String> errors, Page page, Actor actor) {
        Regime regime = regimes.require(key);
        List<LocalDate> periods = regimes.rounds(regime.id(), page.today(), PERIODS).stream()
                .map(Round::period)
                .toList();
        return templates.reportingBulletins(
                page, regime, queries.of(regime, null, actor), periods, senders.isOffice(actor), form, errors);
    }

    private JteModel bulletin(
            UUID id,
            @Nullable BulletinForm form,
            Map<String, String> errors,
            @Nullable Boolean same,
            Page page,
            Actor actor) {
        return templates.reportingBulletin(page, queries.view(id, actor), form, errors, same);
    }

    /** The whole tree where no unit is named. */
    private long place(BulletinForm form) {
        if (form.at("unit").isEmpty()) {
            return PlaceKey.ALL;
        }
        WrittenUnits written = organization.writtenUnits(form.at("unit"));
        if (!written.isClear() || written.units().size() != 1) {
            throw BulletinError.PLACE_UNKNOWN.with(Map.of("field", "unit"));
        }
        return service.place(written.units().get(0).id());
    }
}
