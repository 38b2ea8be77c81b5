package org.luoshi.branch.web;

import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.core.DuesQueries;
import org.luoshi.branch.core.DuesService;
import org.luoshi.branch.core.ReliefService;
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

/** The dues of a branch: receipts, reductions, voluntary payments, and the yearly announcement. */
@Controller
@RequestMapping("/branches/{id}/dues")
class DuesWebController {

    private final DuesService dues;
    private final ReliefService reliefs;
    private final DuesQueries queries;
    private final Templates templates;

    DuesWebController(DuesService dues, ReliefService reliefs, DuesQueries queries, Templates templates) {
        this.dues = dues;
        this.reliefs = reliefs;
        this.queries = queries;
        this.templates = templates;
    }

    @GetMapping
    View year(@PathVariable UUID id, @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchDues(
                page, queries.year(id, shown(year, page), actor), ReliefForm.empty(), "", Map.of()));
    }

    @GetMapping("/announcement")
    View announcement(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int year, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchDuesAnnouncement(page, queries.announcement(id, shown(year, page), actor)));
    }

    @PostMapping("/{payment}/receipt")
    View receive(
            @PathVariable UUID id,
            @PathVariable UUID payment,
            @ModelAttribute ReliefForm form,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id,
                form,
                payment.toString(),
                page,
                actor,
                () -> dues.receive(id, payment, form.reference(), Spelled.day("receivedOn", form.on()), actor));
    }

    @PostMapping("/reliefs")
    View study(@PathVariable UUID id, @ModelAttribute ReliefForm form, Page page, @CurrentActor Actor actor) {
        return step(
                id,
                form,
                "relief",
                page,
                actor,
                () -> reliefs.study(
                        id,
                        Spelled.id("person", form.person()),
                        form.amount().isBlank() ? null : Spelled.yuan(form.amount()),
                        Spelled.day("from", form.on()),
                        DuesForm.month(form.from()),
                        DuesForm.month(form.to()),
                        actor));
    }

    @PostMapping("/reliefs/{relief}/decision")
    View decide(
            @PathVariable UUID id,
            @PathVariable UUID relief,
            @ModelAttribute ReliefForm form,
            Page page,
            @CurrentActor Actor actor) {
        boolean approved = form.decision().equals("approved");
        return step(
                id,
                form,
                relief.toString(),
                page,
                actor,
                () -> reliefs.decide(id, relief, approved, form.reference(), actor));
    }

    @PostMapping("/voluntary")
    View give(@PathVariable UUID id, @ModelAttribute ReliefForm form, Page page, @CurrentActor Actor actor) {
        return step(
                id,
                form,
                "voluntary",
                page,
                actor,
                () -> reliefs.give(
                        id,
                        Spelled.id("person", form.person()),
                        Spelled.yuan(form.amount()),
                        Spelled.day("from", form.on()),
                        actor));
    }

    @PostMapping("/voluntary/{payment}/passing-on")
    View passOn(
            @PathVariable UUID id,
            @PathVariable UUID payment,
            @ModelAttribute ReliefForm form,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id,
                form,
                payment.toString(),
                page,
                actor,
                () -> reliefs.passOn(id, payment, Spelled.day("from", form.on()), form.reference(), actor));
    }

    private View step(UUID id, ReliefForm form, String at, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/branches/" + id + "/dues");
        } catch (BusinessException refusal) {
            Map<String, String> errors = Map.of("", page.reason(Spelled.unlessAboutTheForm(refusal)));
            DuesQueries.BranchYear year = queries.year(id, page.today().getYear(), actor);
            return Html.withStatus(Spelled.statusOf(refusal), templates.branchDues(page, year, form, at, errors));
        }
    }

    /** A year that can be one; else this one. */
    private static int shown(int year, Page page) {
        return year < 2000 || year > page.today().getYear() + 1 ? page.today().getYear() : year;
    }
}
