package org.luoshi.study.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyPlace;
import org.luoshi.study.core.StudyReflectionQueries;
import org.luoshi.study.core.StudyReflectionService;
import org.luoshi.study.core.StudyReflectionView;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** One's own reflections, and what colleagues chose to share. */
@Controller
@RequestMapping("/study/reflections")
class StudyReflectionsWebController {

    private static final String PAGE = "/study/reflections";

    private final StudyBranches branches;
    private final StudyReflectionQueries queries;
    private final StudyReflectionService service;
    private final Templates templates;

    StudyReflectionsWebController(
            StudyBranches branches,
            StudyReflectionQueries queries,
            StudyReflectionService service,
            Templates templates) {
        this.branches = branches;
        this.queries = queries;
        this.service = service;
        this.templates = templates;
    }

    @GetMapping
    View all(
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        return branches.place(branch, StudyYears.sane(year), actor)
                .map(place -> Html.of(all(page, place, StudyReflectionForm.empty(), Map.of(), actor)))
                .orElseGet(() -> Html.of(templates.studyNone(page)));
    }

    private JteModel all(
            Page page, StudyPlace place, StudyReflectionForm form, Map<String, String> errors, Actor actor) {
        return templates.studyReflections(page, place, queries.own(actor), queries.shared(place, actor), form, errors);
    }

    @PostMapping
    View write(
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            StudyReflectionForm form,
            Page page,
            @CurrentActor Actor actor) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        try {
            return new RedirectView(PAGE + "/" + service.write(branch, form.title(), form.body(), actor));
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal), all(page, place, form, StudyTyped.errors(page, refusal), actor));
        }
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        StudyReflectionView view = queries.view(id, actor);
        return Html.of(one(page, view, StudyReflectionForm.of(view.reflection()), "", -1, Map.of()));
    }

    private JteModel one(
            Page page,
            StudyReflectionView view,
            StudyReflectionForm form,
            String item,
            int paragraph,
            Map<String, String> errors) {
        return templates.studyReflection(page, view, form, item, paragraph, errors);
    }

    @PostMapping("/{id}")
    View change(@PathVariable UUID id, StudyReflectionForm form, Page page, @CurrentActor Actor actor) {
        return changing(
                id,
                form,
                page,
                actor,
                () -> service.change(id, StudyTyped.version(form.version()), form.title(), form.body(), actor));
    }

    @PostMapping("/{id}/sharing")
    View share(
            @PathVariable UUID id,
            @RequestParam boolean shared,
            @RequestParam(defaultValue = "") String version,
            Page page,
            @CurrentActor Actor actor) {
        return changing(id, null, page, actor, () -> service.share(id, StudyTyped.version(version), shared, actor));
    }

    @PostMapping("/{id}/speaking")
    View speak(
            @PathVariable UUID id,
            @RequestParam boolean speaks,
            @RequestParam(defaultValue = "") String version,
            Page page,
            @CurrentActor Actor actor) {
        return changing(id, null, page, actor, () -> service.speak(id, StudyTyped.version(version), speaks, actor));
    }

    private View changing(UUID id, @Nullable StudyReflectionForm form, Page page, Actor actor, Runnable change) {
        try {
            change.run();
            return new RedirectView(PAGE + "/" + id);
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            StudyReflectionView view = queries.view(id, actor);
            StudyReflectionForm shown = form == null ? StudyReflectionForm.of(view.reflection()) : form;
            return Html.withStatus(
                    StudyTyped.status(refusal), one(page, view, shown, "", -1, StudyTyped.errors(page, refusal)));
        }
    }

    /** "What I changed": a paragraph and an item of the ledger. */
    @PostMapping("/{id}/changes")
    View tie(
            @PathVariable UUID id,
            @RequestParam int paragraph,
            @RequestParam(defaultValue = "") String item,
            Page page,
            @CurrentActor Actor actor) {
        try {
            service.tie(id, paragraph, item, actor);
            return new RedirectView(PAGE + "/" + id);
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            StudyReflectionView view = queries.view(id, actor);
            return Html.withStatus(
                    StudyTyped.status(refusal),
                    one(
                            page,
                            view,
                            StudyReflectionForm.of(view.reflection()),
                            item,
                            paragraph,
                            StudyTyped.errors(page, refusal)));
        }
    }

    @PostMapping("/{id}/changes/removal")
    View untie(@PathVariable UUID id, @RequestParam int paragraph, @RequestParam UUID item, @CurrentActor Actor actor) {
        service.untie(id, paragraph, item, actor);
        return new RedirectView(PAGE + "/" + id);
    }

    /** Shown to the writer and to nobody else; nothing is kept. */
    @GetMapping("/{id}/self-check")
    View selfCheck(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(templates.studySelfCheckResult(page, queries.view(id, actor), queries.selfCheck(id, actor)));
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.remove(id, actor);
        return new RedirectView(PAGE);
    }
}
