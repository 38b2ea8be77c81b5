package org.luoshi.ledger.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The assessment of units: whether it is on, the scores with what they come from, the rules and the objections. */
@Controller
@RequestMapping("/ledger/figures/assessment")
class AssessmentWebController {

    private static final String PAGE = "/ledger/figures/assessment";

    private final Assessments assessments;
    private final ObjectionLimits limits;
    private final FiguresView view;
    private final Templates templates;

    AssessmentWebController(Assessments assessments, ObjectionLimits limits, FiguresView view, Templates templates) {
        this.assessments = assessments;
        this.limits = limits;
        this.view = view;
        this.templates = templates;
    }

    @GetMapping
    View overview(AssessmentQuestion asked, Page page, @CurrentActor Actor actor) {
        return overview(asked, page, actor, HttpStatus.OK, Map.of(), "");
    }

    private View overview(
            AssessmentQuestion asked,
            Page page,
            Actor actor,
            HttpStatus status,
            Map<String, String> errors,
            String reason) {
        List<AssessmentRules> versions = assessments.rules(actor);
        boolean on = assessments.isOn();
        LocalDate until = asked.until(page.today());
        List<UnitScore> scores = on ? assessments.scores(until, asked.version(), page.locale(), actor) : List.of();
        return Html.withStatus(
                status,
                templates.ledgerAssessment(
                        page,
                        view,
                        asked,
                        until,
                        assessments.lastSwitch(),
                        scores,
                        versions,
                        assessments.rulesOn(until, asked.version(), actor),
                        on ? assessments.objections(until.getYear(), actor) : List.of(),
                        actor.has(Role.OFFICE_DIRECTOR),
                        errors,
                        reason));
    }

    @PostMapping("/switch")
    View turn(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        try {
            assessments.turn(on.equals("true"), reason, actor);
            return new RedirectView(PAGE);
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            return overview(
                    new AssessmentQuestion(null, null),
                    page,
                    actor,
                    FiguresTyped.status(refusal),
                    FiguresTyped.errors(page, refusal),
                    reason);
        }
    }

    @GetMapping("/units/{unitId}")
    View unit(@PathVariable UUID unitId, AssessmentQuestion asked, Page page, @CurrentActor Actor actor) {
        return unit(unitId, asked, page, actor, HttpStatus.OK, Map.of());
    }

    private View unit(
            UUID unitId,
            AssessmentQuestion asked,
            Page page,
            Actor actor,
            HttpStatus status,
            Map<String, String> errors) {
        LocalDate until = asked.until(page.today());
        UnitScore score = assessments.score(unitId, until, asked.version(), page.locale(), actor);
        return Html.withStatus(
                status,
                templates.ledgerAssessmentUnit(
                        page,
                        view,
                        asked,
                        until,
                        score,
                        assessments.rules(actor),
                        assessments.rulesOn(until, asked.version(), actor),
                        assessments.mayObject(unitId, actor),
                        limits.now(),
                        errors));
    }

    @PostMapping("/units/{unitId}/objections")
    View object(
            @PathVariable UUID unitId,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String assignment,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        int ofYear = FiguresTyped.version(year);
        try {
            UUID id = assessments.object(
                    unitId,
                    FiguresForm.choice("event", AssessmentEvent.class, event),
                    FiguresForm.id("subject", subject),
                    assignment.isEmpty() ? null : FiguresForm.id("assignment", assignment),
                    ofYear,
                    reason,
                    actor);
            return new RedirectView(PAGE + "/objections/" + id);
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            AssessmentQuestion asked = new AssessmentQuestion(year, null);
            return unit(unitId, asked, page, actor, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal));
        }
    }

    @GetMapping("/objections/{id}")
    View objection(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return objection(id, page, actor, HttpStatus.OK, Map.of(), "");
    }

    private View objection(
            UUID id, Page page, Actor actor, HttpStatus status, Map<String, String> errors, String answer) {
        AssessmentObjection objection = assessments.objection(id, actor);
        return Html.withStatus(
                status,
                templates.ledgerAssessmentObjection(
                        page, view, objection, actor.has(Role.OFFICE_DIRECTOR), errors, answer));
    }

    @PostMapping("/objections/{id}")
    View answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String answer,
            Page page,
            @CurrentActor Actor actor) {
        try {
            assessments.answer(id, decision(decision), answer, actor);
            return new RedirectView(PAGE + "/objections/" + id);
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            return objection(id, page, actor, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal), answer);
        }
    }

    private static boolean decision(String typed) {
        AssessmentObjection.State state = FiguresForm.choice("decision", AssessmentObjection.State.class, typed);
        if (state == AssessmentObjection.State.OPEN) {
            throw FiguresError.CHOICE.with(Map.of("field", "decision", "value", typed));
        }
        return state == AssessmentObjection.State.ACCEPTED;
    }

    @GetMapping("/rules")
    View rules(Page page, @CurrentActor Actor actor) {
        List<AssessmentRules> versions = assessments.rules(actor);
        return rules(page, actor, AssessmentRulesForm.of(versions.get(0), page.today()), HttpStatus.OK, Map.of());
    }

    private View rules(
            Page page, Actor actor, AssessmentRulesForm form, HttpStatus status, Map<String, String> errors) {
        return Html.withStatus(
                status,
                templates.ledgerAssessmentRules(
                        page, assessments.rules(actor), form, actor.has(Role.OFFICE_DIRECTOR), errors));
    }

    @PostMapping("/rules")
    View addRules(@RequestParam MultiValueMap<String, String> typed, Page page, @CurrentActor Actor actor) {
        AssessmentRulesForm form = AssessmentRulesForm.read(typed);
        try {
            assessments.addRules(form.rules(), actor);
            return new RedirectView(PAGE + "/rules");
        } catch (BusinessException refusal) {
            FiguresTyped.passOn(refusal);
            return rules(page, actor, form, FiguresTyped.status(refusal), FiguresTyped.errors(page, refusal));
        }
    }
}
