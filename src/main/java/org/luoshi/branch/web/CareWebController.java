package org.luoshi.branch.web;

import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.core.CareKind;
import org.luoshi.branch.core.CareQueries;
import org.luoshi.branch.core.CareService;
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
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Care for members in difficulty, for the few who need to know. */
@Controller
@RequestMapping("/branches/{id}/care")
class CareWebController {

    private final CareService service;
    private final CareQueries queries;
    private final Templates templates;

    CareWebController(CareService service, CareQueries queries, Templates templates) {
        this.service = service;
        this.queries = queries;
        this.templates = templates;
    }

    @GetMapping
    View care(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchCare(page, queries.sheet(id, actor), CareForm.empty(), "", Map.of()));
    }

    @PostMapping
    View open(@PathVariable UUID id, @ModelAttribute CareForm form, Page page, @CurrentActor Actor actor) {
        return step(
                id,
                form,
                "",
                page,
                actor,
                () -> service.open(
                        id,
                        Spelled.id("person", form.person()),
                        form.readers().stream()
                                .map(reader -> Spelled.id("person", reader))
                                .toList(),
                        actor));
    }

    @PostMapping("/{one}/entries")
    View note(
            @PathVariable UUID id,
            @PathVariable UUID one,
            @ModelAttribute CareForm form,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id,
                form,
                one.toString(),
                page,
                actor,
                () -> service.note(
                        id,
                        one,
                        Spelled.one(CareKind.class, "kind", form.kind()),
                        Spelled.day("from", form.on()),
                        form.words(),
                        actor));
    }

    @PostMapping("/{one}/readers")
    View name(
            @PathVariable UUID id,
            @PathVariable UUID one,
            @ModelAttribute CareForm form,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id,
                form,
                one.toString(),
                page,
                actor,
                () -> service.name(id, one, Spelled.id("person", form.person()), actor));
    }

    @PostMapping("/{one}/end")
    View close(
            @PathVariable UUID id,
            @PathVariable UUID one,
            @ModelAttribute CareForm form,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id,
                form,
                one.toString(),
                page,
                actor,
                () -> service.close(id, one, form.seen(), Spelled.day("from", form.on()), actor));
    }

    @PostMapping("/{one}/hold")
    View hold(
            @PathVariable UUID id,
            @PathVariable UUID one,
            @ModelAttribute CareForm form,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id, form, one.toString(), page, actor, () -> service.hold(id, one, form.seen(), form.reason(), actor));
    }

    private View step(UUID id, CareForm form, String at, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/branches/" + id + "/care");
        } catch (BusinessException refusal) {
            Map<String, String> errors = Map.of("", page.reason(Spelled.unlessAboutTheForm(refusal)));
            return Html.withStatus(
                    Spelled.statusOf(refusal), templates.branchCare(page, queries.sheet(id, actor), form, at, errors));
        }
    }
}
