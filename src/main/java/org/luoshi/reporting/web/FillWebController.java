package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.filling.FillScene;
import org.luoshi.reporting.filling.FillingService;
import org.luoshi.reporting.filling.OwedRounds;
import org.luoshi.reporting.filling.ReportDrafts;
import org.luoshi.reporting.filling.TypedReport;
import org.luoshi.reporting.totals.TotalsReport;
import org.luoshi.reporting.totals.TotalsReports;
import org.luoshi.reporting.totals.TotalsRevision;
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

/** Filling in a report: zero with one press, figures otherwise; followed up, corrected, sent for a unit below. */
@Controller
@RequestMapping("/reporting/fill/{regime}/{period}/{place}")
class FillWebController {

    private final OpenRounds rounds;
    private final TotalsReports reports;
    private final OwedRounds owed;
    private final FillingService service;
    private final ReportDrafts drafts;
    private final Senders senders;
    private final Templates templates;

    FillWebController(
            OpenRounds rounds,
            TotalsReports reports,
            OwedRounds owed,
            FillingService service,
            ReportDrafts drafts,
            Senders senders,
            Templates templates) {
        this.rounds = rounds;
        this.reports = reports;
        this.owed = owed;
        this.service = service;
        this.drafts = drafts;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping
    View fill(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @PathVariable long place,
            Page page,
            @CurrentActor Actor actor) {
        FillScene scene = scene(regime, period, place, List.of(), false, actor);
        return Html.of(page(page, scene, typed(scene, actor), Map.of()));
    }

    @PostMapping
    View send(
            @PathVariable UUID regime,
            @PathVariable LocalDate period,
            @PathVariable long place,
            @RequestParam Map<String, String> fields,
            Page page,
            @CurrentActor Actor actor) {
        TypedReport typed = new TypedReport(fields);
        OpenRound open = rounds.require(regime, period);
        try {
            Receipt receipt = service.send(open, place, typed, actor, Channel.PAGE);
            FillScene scene = scene(regime, period, place, receipt.warnings(), true, actor);
            return Html.of(page(page, scene, typed(scene, actor), Map.of()));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            FillScene scene = scene(regime, period, place, List.of(), false, actor);
            return Html.withStatus(
                    FormTyped.status(refusal), page(page, scene, typed, FormTyped.errors(page, refusal)));
        }
    }

    private JteModel page(Page page, FillScene scene, TypedReport typed, Map<String, String> errors) {
        return templates.reportingFill(page, scene, typed, errors);
    }

    private FillScene scene(
            UUID regime, LocalDate period, long place, List<String> warnings, boolean justSent, Actor actor) {
        if (!senders.mayReport(actor, place)) {
            throw ReportingError.NOT_YOURS.plain();
        }
        OpenRound open = rounds.require(regime, period);
        TotalsReport report = reports.require(open, place, actor);
        return new FillScene(
                open,
                report,
                owed.before(open, place),
                senders.isOnBehalf(actor, place),
                drafts.find(open, place).orElse(null),
                warnings,
                justSent);
    }

    /** A draft before what stands; never the figures of another day. */
    private static TypedReport typed(FillScene scene, Actor actor) {
        TotalsRevision stands = scene.stands();
        TypedReport base = stands == null
                ? TypedReport.empty(0)
                : TypedReport.of(scene.open().form(), stands.figures(), stands.number());
        Map<String, String> typed = new HashMap<>(base.typed());
        ReportDrafts.Draft draft = scene.draft();
        if (draft != null) {
            typed.keySet().removeIf(name -> name.startsWith("v.") || name.startsWith("u."));
            typed.putAll(draft.typed());
        }
        if (!scene.onBehalf()) {
            typed.put("signer", actor.name());
        }
        return new TypedReport(typed);
    }
}
