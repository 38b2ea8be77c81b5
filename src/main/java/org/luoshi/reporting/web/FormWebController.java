package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.forms.DictionaryQueries;
import org.luoshi.reporting.forms.FormService;
import org.luoshi.reporting.forms.FormVersionView;
import org.luoshi.reporting.forms.FormsQueries;
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

/** Forms: selections from the dictionary, in versions. */
@Controller
@RequestMapping("/reporting/forms")
class FormWebController {

    private final FormsQueries forms;
    private final FormService service;
    private final DictionaryQueries dictionary;
    private final RegimeViews regimes;
    private final Templates templates;

    FormWebController(
            FormsQueries forms,
            FormService service,
            DictionaryQueries dictionary,
            RegimeViews regimes,
            Templates templates) {
        this.forms = forms;
        this.service = service;
        this.dictionary = dictionary;
        this.regimes = regimes;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.reportingForms(page, forms.all(), "", Map.of(), regimes.keeps(actor)));
    }

    @PostMapping
    View create(@RequestParam(defaultValue = "") String name, Page page, @CurrentActor Actor actor) {
        try {
            return new RedirectView("/reporting/forms/" + service.create(name.strip(), actor));
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    templates.reportingForms(
                            page, forms.all(), name, FormTyped.errors(page, refusal), regimes.keeps(actor)));
        }
    }

    @GetMapping("/{id}")
    View form(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(form(page, id, null, Map.of(), actor));
    }

    private JteModel form(Page page, UUID id, @Nullable FormDraftForm typed, Map<String, String> errors, Actor actor) {
        @Nullable FormVersionView draft = forms.draft(id).orElse(null);
        FormDraftForm form =
                typed != null ? typed : draft == null ? new FormDraftForm(Map.of()) : FormDraftForm.of(draft);
        return templates.reportingForm(
                page,
                id,
                forms.name(id),
                forms.versions(id),
                draft,
                dictionary.all(),
                form,
                errors,
                regimes.keeps(actor));
    }

    @PostMapping("/{id}")
    View save(@PathVariable UUID id, @RequestParam Map<String, String> typed, Page page, @CurrentActor Actor actor) {
        FormDraftForm form = new FormDraftForm(typed);
        return change(id, form, page, actor, unused -> {
            service.save(
                    id, FormTyped.version(form.at("version")), form.choices(), form.rules(), form.at("note"), actor);
            if (typed.containsKey("issue")) {
                service.issue(id, actor);
            }
        });
    }

    @PostMapping("/{id}/versions")
    View next(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return change(id, null, page, actor, unused -> service.next(id, actor));
    }

    private View change(UUID id, @Nullable FormDraftForm form, Page page, Actor actor, Consumer<UUID> what) {
        try {
            what.accept(id);
            return new RedirectView("/reporting/forms/" + id);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal), form(page, id, form, FormTyped.errors(page, refusal), actor));
        }
    }
}
