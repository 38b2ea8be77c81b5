package org.luoshi.ledger.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.Catalogue;
import org.luoshi.ledger.core.DraftQueries;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.shared.Role;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Drafting an item and changing a draft. When somebody else was quicker, both texts are shown and nothing typed is lost. */
@Controller
@RequestMapping("/ledger/items")
class DraftWebController {

    private final ItemDrafting drafting;
    private final DraftQueries drafts;
    private final SourceQueries sources;
    private final Catalogue catalogue;
    private final StepForms forms;
    private final LedgerView view;
    private final Templates templates;

    DraftWebController(
            ItemDrafting drafting,
            DraftQueries drafts,
            SourceQueries sources,
            Catalogue catalogue,
            StepForms forms,
            LedgerView view,
            Templates templates) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.sources = sources;
        this.catalogue = catalogue;
        this.forms = forms;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping("/new")
    View empty(
            @RequestParam(required = false) @Nullable UUID source,
            @RequestParam(required = false) @Nullable List<UUID> clause,
            @RequestParam(required = false) @Nullable UUID parent,
            Page page,
            @CurrentActor Actor actor) {
        requireOfficer(actor);
        List<UUID> clauses = clause == null ? List.of() : clause;
        List<String> texts =
                clauses.stream().map(id -> sources.clause(id).text()).toList();
        String title = texts.isEmpty() ? "" : texts.get(0).replaceFirst("[；。;]$", "");
        DraftForm form = parent == null
                ? DraftForm.from(source, clauses, title, String.join("\n", texts))
                : DraftForms.childOf(parent, drafts.draft(parent, actor));
        return Html.of(form(page, form, null, null, Map.of()));
    }

    @PostMapping
    View draft(
            DraftForm form,
            @RequestParam(required = false) @Nullable String key,
            Page page,
            @CurrentActor Actor actor) {
        try {
            requireTitle(form);
            UUID id = drafting.draft(form.toCommand(forms), key, actor);
            return new RedirectView("/ledger/items/" + id);
        } catch (BusinessException refusal) {
            return refused(page, form, null, refusal, Map.of());
        }
    }

    @GetMapping("/{id}/draft")
    View draftOf(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        requireOfficer(actor);
        return Html.of(form(page, DraftForms.of(drafts.draft(id, actor)), id, null, Map.of()));
    }

    @PostMapping("/{id}/draft")
    View revise(@PathVariable UUID id, DraftForm form, Page page, @CurrentActor Actor actor) {
        try {
            requireTitle(form);
            drafting.revise(id, StepForms.number(form.version()), form.toCommand(forms), actor);
            return new RedirectView("/ledger/items/" + id);
        } catch (BusinessException refusal) {
            if (refusal.error().kind() != ErrorCode.Kind.CONFLICT) {
                return refused(page, form, id, refusal, Map.of());
            }
            DraftForm current = DraftForms.of(drafts.draft(id, actor));
            DraftForm retyped = form.at(StepForms.number(current.version()));
            return refused(page, retyped, id, refusal, DraftForms.differences(current, form));
        }
    }

    private View refused(
            Page page, DraftForm form, @Nullable UUID id, BusinessException refusal, Map<String, String> differences) {
        HttpStatus status = switch (refusal.error().kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND, RULE_VIOLATED, TOO_LARGE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        return Html.withStatus(status, form(page, form, id, page.reason(refusal), differences));
    }

    private JteModel form(
            Page page, DraftForm form, @Nullable UUID id, @Nullable String refusal, Map<String, String> differences) {
        return templates.ledgerDraft(page, view, form, id, offered(), forms.unitNames(), refusal, differences);
    }

    private List<Catalogue.LimitClass> offered() {
        return catalogue.limitClasses().stream()
                .filter(Catalogue.LimitClass::active)
                .toList();
    }

    private static void requireTitle(DraftForm form) {
        String title = form.text(form.title()).strip();
        int length = title.codePointCount(0, title.length());
        if (length == 0 || length > 500) {
            throw LedgerError.TITLE_LENGTH.plain();
        }
    }

    private static void requireOfficer(Actor actor) {
        if (!actor.hasAny(List.of(Role.OFFICER, Role.OFFICE_DIRECTOR))) {
            throw LedgerError.NOT_YOURS.plain();
        }
    }
}
