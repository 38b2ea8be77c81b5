package org.luoshi.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.ledger.core.Leaders;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SourceStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Registering what comes in, and cutting its text into clauses. */
@Controller
@RequestMapping("/ledger/sources")
class SourceWebController {

    private static final int NEWEST = 200;
    private static final int TIME_LINE = 40;

    private final SourceService service;
    private final SourceQueries queries;
    private final StepForms forms;
    private final HistoryApi history;
    private final FilesApi files;
    private final Leaders leaders;
    private final LedgerView view;
    private final Templates templates;

    SourceWebController(
            SourceService service,
            SourceQueries queries,
            StepForms forms,
            HistoryApi history,
            FilesApi files,
            Leaders leaders,
            LedgerView view,
            Templates templates) {
        this.service = service;
        this.queries = queries;
        this.forms = forms;
        this.history = history;
        this.files = files;
        this.leaders = leaders;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping
    View list(@RequestParam(required = false) @Nullable String q, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerSources(
                page, view, q == null ? "" : q, queries.newest(q, NEWEST, actor), actor.has(Role.OFFICER)));
    }

    @GetMapping("/new")
    View empty(Page page, @CurrentActor Actor actor) {
        if (!actor.hasAny(List.of(Role.OFFICER, Role.OFFICE_DIRECTOR))) {
            throw LedgerError.NOT_YOURS.plain();
        }
        return Html.of(templates.ledgerSourceForm(page, view, SourceForm.empty(), queries.kinds(), leaders(), null));
    }

    @PostMapping
    View register(
            SourceForm form,
            @RequestParam(required = false) @Nullable String key,
            Page page,
            @CurrentActor Actor actor) {
        List<UUID> stored = List.of();
        try {
            form.require();
            stored = forms.store(form.files(), form.kept(), actor);
            UUID id = service.register(form.toCommand(stored), key, actor);
            return new RedirectView("/ledger/sources/" + id);
        } catch (BusinessException refusal) {
            SourceForm typed = form.keeping(stored.stream().map(UUID::toString).toList());
            return Html.invalid(
                    templates.ledgerSourceForm(page, view, typed, queries.kinds(), leaders(), page.reason(refusal)));
        }
    }

    @GetMapping("/{id}")
    View detail(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerSource(
                page, view, queries.detail(id, actor), view.lines(page, history.of(id, TIME_LINE))));
    }

    @PostMapping("/{id}/steps")
    View step(
            @PathVariable UUID id,
            @RequestParam SourceStep step,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String words,
            @CurrentActor Actor actor) {
        service.perform(id, step, words == null ? StepInput.of(version) : StepInput.of(version, words), actor);
        return new RedirectView("/ledger/sources/" + id);
    }

    @PostMapping("/{id}/clauses")
    View mark(@PathVariable UUID id, @RequestParam int start, @RequestParam int end, @CurrentActor Actor actor) {
        service.addClause(id, start, end, actor);
        return new RedirectView("/ledger/sources/" + id + "#text");
    }

    @PostMapping("/{id}/clauses/by-sentence")
    View cut(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.cutBySentences(id, actor);
        return new RedirectView("/ledger/sources/" + id + "#text");
    }

    /** What the officer decides about one clause without making an item of it. */
    enum Cover {
        COVERED,
        NONE,
        OPEN,
        REMOVED
    }

    @PostMapping("/{id}/clauses/{clauseId}/cover")
    View cover(
            @PathVariable UUID id,
            @PathVariable UUID clauseId,
            @RequestParam Cover cover,
            @RequestParam(defaultValue = "") String words,
            @CurrentActor Actor actor) {
        switch (cover) {
            case COVERED -> {
                if (words.isBlank()) {
                    throw LedgerError.FIELD_MISSING.with(Map.of("field", "ITEM"));
                }
                service.coverBy(clauseId, forms.item(words, actor), words.strip(), actor);
            }
            case NONE -> {
                if (words.isBlank()) {
                    throw LedgerError.FIELD_MISSING.with(Map.of("field", "REASON"));
                }
                service.needsNone(clauseId, words.strip(), actor);
            }
            case OPEN -> service.uncover(clauseId, actor);
            case REMOVED -> service.removeClause(clauseId, actor);
        }
        return new RedirectView("/ledger/sources/" + id + "#clause-" + clauseId);
    }

    @GetMapping("/{id}/files/{fileId}")
    View file(@PathVariable UUID id, @PathVariable UUID fileId, @CurrentActor Actor actor) {
        if (!queries.hasFile(id, fileId, actor)) {
            throw LedgerError.UNKNOWN.plain();
        }
        return files.download(fileId);
    }

    private List<PersonChoice> leaders() {
        return leaders.today().stream()
                .map(leader -> new PersonChoice(leader.postId().toString(), leader.label()))
                .toList();
    }
}
