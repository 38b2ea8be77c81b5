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
import org.luoshi.study.core.StudyHoursQueries;
import org.luoshi.study.core.StudyHoursService;
import org.luoshi.study.core.StudyPlace;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What I missed, with its material, and one line when I studied it afterwards. */
@Controller
@RequestMapping("/study/make-up")
class StudyMakeUpWebController {

    private final StudyBranches branches;
    private final StudyHoursQueries queries;
    private final StudyHoursService service;
    private final Templates templates;

    StudyMakeUpWebController(
            StudyBranches branches, StudyHoursQueries queries, StudyHoursService service, Templates templates) {
        this.branches = branches;
        this.queries = queries;
        this.service = service;
        this.templates = templates;
    }

    @GetMapping
    View missed(
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        return branches.place(branch, StudyYears.sane(year), actor)
                .map(place -> Html.of(missed(page, place, null, StudyMakeUpForm.empty(), Map.of(), actor)))
                .orElseGet(() -> Html.of(templates.studyNone(page)));
    }

    private JteModel missed(
            Page page,
            StudyPlace place,
            @Nullable UUID typedFor,
            StudyMakeUpForm form,
            Map<String, String> errors,
            Actor actor) {
        return templates.studyMakeUp(
                page, place, queries.missed(place, actor), queries.isInCare(place, actor), typedFor, form, errors);
    }

    @PostMapping("/{activity}")
    View note(
            @PathVariable UUID activity,
            @RequestParam UUID branch,
            @RequestParam int year,
            StudyMakeUpForm form,
            Page page,
            @CurrentActor Actor actor) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        try {
            service.makeUp(activity, year, StudyTyped.day("day", form.day()), form.line(), actor);
            return new RedirectView("/study/make-up" + place.query());
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal),
                    missed(page, place, activity, form, StudyTyped.errors(page, refusal), actor));
        }
    }

    @PostMapping("/{activity}/removal")
    View withdraw(
            @PathVariable UUID activity, @RequestParam UUID branch, @RequestParam int year, @CurrentActor Actor actor) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        service.withdrawMakeUp(activity, year, actor);
        return new RedirectView("/study/make-up" + place.query());
    }
}
