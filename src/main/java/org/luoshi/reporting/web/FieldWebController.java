package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.forms.DictionaryField;
import org.luoshi.reporting.forms.DictionaryQueries;
import org.luoshi.reporting.forms.DictionaryService;
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

/** The dictionary: what may be asked for at all. */
@Controller
@RequestMapping("/reporting/fields")
class FieldWebController {

    private final DictionaryQueries fields;
    private final DictionaryService service;
    private final RegimeViews regimes;
    private final Templates templates;

    FieldWebController(DictionaryQueries fields, DictionaryService service, RegimeViews regimes, Templates templates) {
        this.fields = fields;
        this.service = service;
        this.regimes = regimes;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(list(page, FieldForm.empty(), Map.of(), List.of(), actor));
    }

    private JteModel list(
            Page page, FieldForm form, Map<String, String> errors, List<DictionaryField> similar, Actor actor) {
        return templates.reportingFields(page, fields.all(), form, errors, similar, regimes.keeps(actor));
    }

    /** What sounds like a field that is there is shown first, and added when the person says that it is another one. */
    @PostMapping
    View add(
            FieldForm form,
            @RequestParam(required = false) @Nullable String another,
            Page page,
            @CurrentActor Actor actor) {
        try {
            List<DictionaryField> similar =
                    another == null ? fields.similar(form.toField().name()) : List.of();
            if (!similar.isEmpty()) {
                return Html.of(list(page, form, Map.of(), similar, actor));
            }
            service.add(form.toField(), actor);
            return new RedirectView("/reporting/fields");
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal), list(page, form, FormTyped.errors(page, refusal), List.of(), actor));
        }
    }

    @GetMapping("/{id}")
    View field(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        DictionaryField field = fields.require(id);
        return Html.of(templates.reportingField(page, field, FieldForm.of(field), Map.of(), regimes.keeps(actor)));
    }

    @PostMapping("/{id}")
    View change(@PathVariable UUID id, FieldForm form, Page page, @CurrentActor Actor actor) {
        try {
            service.change(id, FormTyped.version(form.version()), form.toField(), actor);
            return new RedirectView("/reporting/fields");
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    templates.reportingField(
                            page, fields.require(id), form, FormTyped.errors(page, refusal), regimes.keeps(actor)));
        }
    }

    @PostMapping("/{id}/withdrawal")
    View withdraw(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.withdraw(id, actor);
        return new RedirectView("/reporting/fields");
    }
}
