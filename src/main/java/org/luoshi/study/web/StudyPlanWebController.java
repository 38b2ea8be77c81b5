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
import org.luoshi.study.core.PlanRow;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyLesson;
import org.luoshi.study.core.StudyPlace;
import org.luoshi.study.core.StudyPlanQueries;
import org.luoshi.study.core.StudyPlanService;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The plan of a year: who lectures on what in which month, and what of it was held. */
@Controller
@RequestMapping("/study")
class StudyPlanWebController {

    private final StudyBranches branches;
    private final StudyPlanQueries queries;
    private final StudyPlanService service;
    private final StudyLesson lesson;
    private final Templates templates;

    StudyPlanWebController(
            StudyBranches branches,
            StudyPlanQueries queries,
            StudyPlanService service,
            StudyLesson lesson,
            Templates templates) {
        this.branches = branches;
        this.queries = queries;
        this.service = service;
        this.lesson = lesson;
        this.templates = templates;
    }

    @GetMapping
    View plan(
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        return branches.place(branch, StudyYears.sane(year), actor)
                .map(place -> Html.of(plan(page, place, StudyRowForm.empty(1), Map.of(), actor)))
                .orElseGet(() -> Html.of(templates.studyNone(page)));
    }

    private JteModel plan(Page page, StudyPlace place, StudyRowForm form, Map<String, String> errors, Actor actor) {
        return templates.studyPlan(
                page,
                queries.plan(place, page.locale(), actor),
                queries.choices(place.branchId(), place.year(), page.locale()),
                form,
                lesson,
                errors);
    }

    @PostMapping("/plan-rows")
    View add(
            @RequestParam UUID branch,
            @RequestParam int year,
            StudyRowForm form,
            Page page,
            @CurrentActor Actor actor) {
        return onPlan(branch, year, form, page, actor, () -> service.add(branch, year, form.toInput(), actor));
    }

    @PostMapping("/plan/proposal")
    View propose(@RequestParam UUID branch, @RequestParam int year, Page page, @CurrentActor Actor actor) {
        return onPlan(branch, year, StudyRowForm.empty(1), page, actor, () -> service.propose(branch, year, actor));
    }

    @PostMapping("/plan/copy")
    View copy(@RequestParam UUID branch, @RequestParam int year, Page page, @CurrentActor Actor actor) {
        return onPlan(
                branch, year, StudyRowForm.empty(1), page, actor, () -> service.copyLastYear(branch, year, actor));
    }

    private View onPlan(UUID branch, int year, StudyRowForm form, Page page, Actor actor, Runnable change) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        try {
            change.run();
            return new RedirectView("/study" + place.query());
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal), plan(page, place, form, StudyTyped.errors(page, refusal), actor));
        }
    }

    @GetMapping("/plan-rows/{id}")
    View row(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        PlanRow row = queries.row(id, actor);
        return Html.of(row(page, row, StudyRowForm.of(row), Map.of(), actor));
    }

    private JteModel row(Page page, PlanRow row, StudyRowForm form, Map<String, String> errors, Actor actor) {
        StudyPlace place = branches.require(row.branchId(), row.year(), actor);
        return templates.studyPlanRow(
                page, place, row, form, queries.choices(row.branchId(), row.year(), page.locale()), errors);
    }

    @PostMapping("/plan-rows/{id}")
    View change(@PathVariable UUID id, StudyRowForm form, Page page, @CurrentActor Actor actor) {
        PlanRow row = queries.row(id, actor);
        try {
            service.change(id, StudyTyped.version(form.version()), form.toInput(), actor);
            return new RedirectView(address(row));
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal), row(page, row, form, StudyTyped.errors(page, refusal), actor));
        }
    }

    @PostMapping("/plan-rows/{id}/removal")
    View remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            Page page,
            @CurrentActor Actor actor) {
        PlanRow row = queries.row(id, actor);
        try {
            service.remove(id, StudyTyped.version(version), actor);
            return new RedirectView(address(row));
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal),
                    row(page, row, StudyRowForm.of(row), StudyTyped.errors(page, refusal), actor));
        }
    }

    /** One press: the day is proposed, the rest follows from the line. */
    @PostMapping("/plan-rows/{id}/activity")
    View toCalendar(@PathVariable UUID id, StudyCalendarForm form, Page page, @CurrentActor Actor actor) {
        PlanRow row = queries.row(id, actor);
        return onPlan(
                row.branchId(),
                row.year(),
                StudyRowForm.empty(1),
                page,
                actor,
                () -> service.toCalendar(
                        id,
                        StudyTyped.version(form.version()),
                        StudyTyped.day("day", form.day()),
                        form.from().isBlank() ? lesson.from() : StudyTyped.time("from", form.from()),
                        form.to().isBlank() ? lesson.to() : StudyTyped.time("to", form.to()),
                        form.place(),
                        actor));
    }

    private static String address(PlanRow row) {
        return "/study?branch=" + row.branchId() + "&year=" + row.year();
    }
}
