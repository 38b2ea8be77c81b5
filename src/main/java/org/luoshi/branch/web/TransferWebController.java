package org.luoshi.branch.web;

import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.core.AwayService;
import org.luoshi.branch.core.PersonWritten;
import org.luoshi.branch.core.TransferKind;
import org.luoshi.branch.core.TransferQueries;
import org.luoshi.branch.core.TransferService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Relationships that move into and out of a branch. */
@Controller
@RequestMapping("/branches/{id}/transfers")
class TransferWebController {

    private final TransferService service;
    private final AwayService away;
    private final TransferQueries queries;
    private final PersonWritten people;
    private final Templates templates;

    TransferWebController(
            TransferService service,
            AwayService away,
            TransferQueries queries,
            PersonWritten people,
            Templates templates) {
        this.service = service;
        this.away = away;
        this.queries = queries;
        this.people = people;
        this.templates = templates;
    }

    @GetMapping
    View transfers(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchTransfers(page, queries.sheet(id, actor), Map.of()));
    }

    @GetMapping("/new")
    View form(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "BETWEEN_BRANCHES") TransferKind kind,
            @RequestParam(defaultValue = "") String person,
            Page page,
            @CurrentActor Actor actor) {
        TransferForm empty = TransferForm.of(kind, person);
        return Html.of(templates.branchTransferForm(page, queries.sheet(id, actor), empty, Map.of()));
    }

    @PostMapping
    View begin(@PathVariable UUID id, @ModelAttribute TransferForm form, Page page, @CurrentActor Actor actor) {
        try {
            service.begin(form.read(id, people), actor);
            return new RedirectView("/branches/" + id + "/transfers");
        } catch (BusinessException refusal) {
            Map<String, String> errors = errors(refusal, page);
            return Html.withStatus(
                    Spelled.statusOf(refusal),
                    templates.branchTransferForm(page, queries.sheet(id, actor), form, errors));
        }
    }

    @PostMapping("/{transfer}/receipt")
    View receive(
            @PathVariable UUID id,
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String on,
            Page page,
            @CurrentActor Actor actor) {
        return step(id, page, actor, () -> service.receive(transfer, Spelled.day("receivedOn", on), actor));
    }

    @PostMapping("/{transfer}/refusal")
    View refuse(
            @PathVariable UUID id,
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        return step(id, page, actor, () -> service.refuse(transfer, reason, actor));
    }

    @PostMapping("/{transfer}/withdrawal")
    View withdraw(
            @PathVariable UUID id,
            @PathVariable UUID transfer,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        return step(id, page, actor, () -> service.withdraw(transfer, reason, actor));
    }

    @PostMapping("/away")
    View goAway(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String from,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id,
                page,
                actor,
                () -> away.goAway(id, Spelled.id("person", person), place, Spelled.day("from", from), actor));
    }

    @PostMapping("/away/{person}/return")
    View comeBack(@PathVariable UUID id, @PathVariable UUID person, Page page, @CurrentActor Actor actor) {
        return step(id, page, actor, () -> away.comeBack(id, person, actor));
    }

    private View step(UUID id, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/branches/" + id + "/transfers");
        } catch (BusinessException refusal) {
            Map<String, String> errors = errors(refusal, page);
            return Html.withStatus(
                    Spelled.statusOf(refusal), templates.branchTransfers(page, queries.sheet(id, actor), errors));
        }
    }

    private static Map<String, String> errors(BusinessException refusal, Page page) {
        return Map.of("", page.reason(Spelled.unlessAboutTheForm(refusal)));
    }
}
