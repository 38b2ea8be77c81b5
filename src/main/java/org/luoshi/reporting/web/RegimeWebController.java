package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenUnits;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.forms.FormError;
import org.luoshi.reporting.forms.FormSummary;
import org.luoshi.reporting.forms.FormsQueries;
import org.luoshi.reporting.forms.RegimeApproval;
import org.luoshi.reporting.forms.RegimePage;
import org.luoshi.reporting.forms.RegimeService;
import org.luoshi.reporting.forms.RegimeViews;
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

/** Regimes: drafted, weighed at the gate, signed, and ended. */
@Controller
@RequestMapping("/reporting/regimes")
class RegimeWebController {

    private final RegimeViews views;
    private final RegimeService service;
    private final RegimeApproval approval;
    private final FormsQueries forms;
    private final OrganizationApi organization;
    private final Templates templates;

    RegimeWebController(
            RegimeViews views,
            RegimeService service,
            RegimeApproval approval,
            FormsQueries forms,
            OrganizationApi organization,
            Templates templates) {
        this.views = views;
        this.service = service;
        this.approval = approval;
        this.forms = forms;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.reportingRegimes(page, views.all(actor), views.keeps(actor)));
    }

    @GetMapping("/new")
    View draft(@RequestParam(defaultValue = "") String form, Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        return Html.of(edit(page, null, RegimeForm.empty(page.today(), form), Map.of()));
    }

    @PostMapping
    View draft(RegimeForm form, Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        try {
            UUID key = service.draft(form.toRegime(written(form)), actor).key();
            return new RedirectView("/reporting/regimes/" + key);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(FormTyped.status(refusal), edit(page, null, form, FormTyped.errors(page, refusal)));
        }
    }

    @GetMapping("/{key}/edit")
    View edit(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        return Html.of(edit(page, key, RegimeForm.of(views.page(key, actor)), Map.of()));
    }

    @PostMapping("/{key}")
    View change(@PathVariable UUID key, RegimeForm form, Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        try {
            service.change(key, FormTyped.version(form.version()), form.toRegime(written(form)), actor);
            return new RedirectView("/reporting/regimes/" + key);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(FormTyped.status(refusal), edit(page, key, form, FormTyped.errors(page, refusal)));
        }
    }

    private JteModel edit(Page page, @Nullable UUID key, RegimeForm form, Map<String, String> errors) {
        List<FormSummary> usable =
                forms.all().stream().filter(one -> one.issued() != null).toList();
        return templates.reportingRegimeEdit(page, key, form, usable, errors);
    }

    private WrittenUnits written(RegimeForm form) {
        WrittenUnits written = organization.writtenUnits(form.at("units"));
        if (!written.isClear()) {
            throw FormError.UNIT_UNKNOWN.with(Map.of(
                    "field",
                    "units",
                    "name",
                    written.unclear().keySet().stream().collect(Collectors.joining("、"))));
        }
        return written;
    }

    @GetMapping("/{key}")
    View regime(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return Html.of(regime(page, key, Map.of(), actor));
    }

    private JteModel regime(Page page, UUID key, Map<String, String> errors, Actor actor) {
        RegimePage view = views.page(key, actor);
        return templates.reportingRegime(page, view, errors);
    }

    @PostMapping("/{key}/submission")
    View submit(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return onPage(key, page, actor, () -> approval.submit(key, actor));
    }

    @PostMapping("/{key}/submission/withdrawal")
    View takeBack(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return onPage(key, page, actor, () -> approval.takeBack(key, actor));
    }

    @PostMapping("/{key}/removal")
    View discard(@PathVariable UUID key, @CurrentActor Actor actor) {
        approval.discard(key, actor);
        return new RedirectView("/reporting/regimes");
    }

    @PostMapping("/{key}/fields/{field}/removal")
    View askWithout(@PathVariable UUID key, @PathVariable UUID field, Page page, @CurrentActor Actor actor) {
        return onPage(key, page, actor, () -> service.askWithout(key, field, actor));
    }

    @PostMapping("/{key}/approval")
    View approve(@PathVariable UUID key, Page page, @CurrentActor Actor actor) {
        return onPage(key, page, actor, () -> approval.approve(key, actor));
    }

    @PostMapping("/{key}/return")
    View giveBack(
            @PathVariable UUID key,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        return onPage(key, page, actor, () -> approval.giveBack(key, reason.strip(), actor));
    }

    @PostMapping("/{key}/stop")
    View stop(
            @PathVariable UUID key,
            @RequestParam(defaultValue = "") String stopReason,
            Page page,
            @CurrentActor Actor actor) {
        return onPage(key, page, actor, () -> named("stopReason", () -> service.stop(key, stopReason.strip(), actor)));
    }

    @PostMapping("/{key}/exemptions")
    View exempt(
            @PathVariable UUID key,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String why,
            Page page,
            @CurrentActor Actor actor) {
        return onPage(
                key,
                page,
                actor,
                () -> named("why", () -> {
                    WrittenUnits written = organization.writtenUnits(unit);
                    if (!written.isClear() || written.units().size() != 1) {
                        throw FormError.UNIT_UNKNOWN.with(Map.of("field", "unit", "name", unit));
                    }
                    service.exempt(
                            key,
                            written.units().get(0).id(),
                            FormTyped.day("from", from),
                            FormTyped.day("to", to),
                            why.strip(),
                            actor);
                }));
    }

    @PostMapping("/{key}/versions")
    View useNewest(
            @PathVariable UUID key,
            @RequestParam(defaultValue = "") String from,
            Page page,
            @CurrentActor Actor actor) {
        return onPage(key, page, actor, () -> service.useNewestVersion(key, FormTyped.day("from", from), actor));
    }

    /** The services call every reason a reason; the page has one field for each. */
    private static void named(String field, Runnable what) {
        try {
            what.run();
        } catch (BusinessException refusal) {
            if (!"reason".equals(refusal.details().get("field"))) {
                throw refusal;
            }
            Map<String, Object> details = new java.util.HashMap<>(refusal.details());
            details.put("field", field);
            throw refusal.error().with(details);
        }
    }

    private View onPage(UUID key, Page page, Actor actor, Runnable change) {
        try {
            change.run();
            return new RedirectView("/reporting/regimes/" + key);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal), regime(page, key, FormTyped.errors(page, refusal), actor));
        }
    }

    private void requireKeeper(Actor actor) {
        if (!views.keeps(actor)) {
            throw FormError.NOT_YOURS.plain();
        }
    }
}
