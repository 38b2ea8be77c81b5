package org.luoshi.branch.web;

import java.util.Map;
import java.util.UUID;
import org.luoshi.branch.core.PersonWritten;
import org.luoshi.branch.core.RecruitQueries;
import org.luoshi.branch.core.RecruitService;
import org.luoshi.branch.core.RecruitStep;
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

/** Those on the way to membership. */
@Controller
@RequestMapping("/branches/{id}/recruits")
class RecruitWebController {

    private final RecruitService service;
    private final RecruitQueries queries;
    private final PersonWritten people;
    private final Templates templates;

    RecruitWebController(RecruitService service, RecruitQueries queries, PersonWritten people, Templates templates) {
        this.service = service;
        this.queries = queries;
        this.people = people;
        this.templates = templates;
    }

    @GetMapping
    View recruits(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.branchRecruits(page, queries.sheet(id, actor), RecruitForm.empty(), "", Map.of()));
    }

    @PostMapping
    View apply(@PathVariable UUID id, @ModelAttribute RecruitForm form, Page page, @CurrentActor Actor actor) {
        return step(
                id,
                form,
                "",
                page,
                actor,
                () -> service.apply(id, people.find(form.person()), Spelled.day("from", form.on()), actor));
    }

    @PostMapping("/{recruit}/events")
    View event(
            @PathVariable UUID id,
            @PathVariable UUID recruit,
            @ModelAttribute RecruitForm form,
            Page page,
            @CurrentActor Actor actor) {
        return step(
                id,
                form,
                recruit.toString(),
                page,
                actor,
                () -> service.step(
                        recruit,
                        form.seen(),
                        Spelled.one(RecruitStep.class, "step", form.step()),
                        Spelled.day("from", form.on()),
                        form.reference(),
                        actor));
    }

    private View step(UUID id, RecruitForm form, String at, Page page, Actor actor, Runnable step) {
        try {
            step.run();
            return new RedirectView("/branches/" + id + "/recruits");
        } catch (BusinessException refusal) {
            Map<String, String> errors = Map.of("", page.reason(Spelled.unlessAboutTheForm(refusal)));
            return Html.withStatus(
                    Spelled.statusOf(refusal),
                    templates.branchRecruits(page, queries.sheet(id, actor), form, at, errors));
        }
    }
}
