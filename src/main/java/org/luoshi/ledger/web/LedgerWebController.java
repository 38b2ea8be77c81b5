package org.luoshi.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.ledger.burden.BurdenQueries;
import org.luoshi.ledger.burden.BurdenView;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.LightColour;
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

    private final ListPages lists;
    private final ItemQueries queries;
    private final ItemSteps steps;
    private final HistoryApi history;
    private final FilesApi files;
    private final BurdenQueries burden;
    private final LedgerView view;
    private final Templates templates;

    LedgerWebController(
            ListPages lists,
            ItemQueries queries,
            ItemSteps steps,
            HistoryApi history,
            FilesApi files,
            BurdenQueries burden,
            LedgerView view,
            Templates templates) {
        this.lists = lists;
        this.queries = queries;
        this.steps = steps;
        this.history = history;
        this.files = files;
        this.burden = burden;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping
    View list(ListForm form, Page page, @CurrentActor Actor actor) {
        LocalDate asOf = form.asOf();
        Page shown = asOf == null ? page : page.asOn(asOf);
        return Html.of(templates.ledgerList(shown, view, lists.of(form, page, actor)));
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
                burdenBefore(detail, actor),
                actor.has(Role.OFFICER)));
    }

    /** What is asked already and what the units carry, as long as the item is not sent; for the office, which sends it. */
    private @Nullable BurdenView burdenBefore(ItemDetail detail, Actor actor) {
        boolean before = detail.item().state() == ItemState.DRAFT
                || detail.item().state() == ItemState.PENDING_APPROVAL
                || detail.item().state() == ItemState.FILED;
        return before && actor.hasAny(List.of(Role.OFFICER, Role.OFFICE_DIRECTOR, Role.OFFICE_LEADER))
                ? burden.before(detail.item().id(), detail.item().title(), actor)
                : null;
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
