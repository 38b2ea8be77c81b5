package org.luoshi.ledger.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.ItemPage;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerCounts;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
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

/** The ledger list and the page of one item. */
@Controller
@RequestMapping("/ledger")
class LedgerWebController {

    private static final int TIME_LINE = 60;

    private final ItemList list;
    private final ItemQueries queries;
    private final ItemSteps steps;
    private final SourceQueries sources;
    private final HistoryApi history;
    private final FilesApi files;
    private final OrganizationApi organization;
    private final LedgerView view;
    private final Templates templates;

    LedgerWebController(
            ItemList list,
            ItemQueries queries,
            ItemSteps steps,
            SourceQueries sources,
            HistoryApi history,
            FilesApi files,
            OrganizationApi organization,
            LedgerView view,
            Templates templates) {
        this.list = list;
        this.queries = queries;
        this.steps = steps;
        this.sources = sources;
        this.history = history;
        this.files = files;
        this.organization = organization;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping
    View list(ListForm form, Page page, @CurrentActor Actor actor) {
        ItemFilter filter = form.toFilter(organization);
        LedgerCounts counts = list.counts(filter.asOf(), actor);
        ItemPage items = list.page(filter, form.cursor(), actor);
        return Html.of(templates.ledgerList(
                filter.asOf() == null ? page : page.asOn(filter.asOf()),
                view,
                form,
                counts,
                list.total(filter, items, counts, actor),
                items,
                sources.kinds(),
                actor.has(Role.OFFICER)));
    }

    @GetMapping("/items/{id}")
    View item(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        ItemDetail detail = queries.detail(id, page.locale(), actor);
        return Html.of(templates.ledgerItem(
                page,
                view,
                detail,
                view.lines(page, history.of(id, TIME_LINE)),
                history.countOf(id),
                actor.has(Role.OFFICER)));
    }

    @PostMapping("/items/{id}/watching")
    View watch(@PathVariable UUID id, @RequestParam boolean on, @CurrentActor Actor actor) {
        steps.watch(id, on, actor);
        return new RedirectView("/ledger/items/" + id);
    }

    @PostMapping("/items/{id}/light")
    View light(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable LightColour colour,
            @RequestParam(defaultValue = "") String reason,
            @CurrentActor Actor actor) {
        steps.overrideLight(id, version, colour, reason, actor);
        return new RedirectView("/ledger/items/" + id);
    }

    /** Evidence is served only through the item it belongs to. */
    @GetMapping("/items/{id}/files/{fileId}")
    View file(@PathVariable UUID id, @PathVariable UUID fileId, @CurrentActor Actor actor) {
        if (!queries.hasFile(id, fileId, actor)) {
            throw LedgerError.UNKNOWN.plain();
        }
        return files.download(fileId);
    }
}
