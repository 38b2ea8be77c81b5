package org.luoshi.ledger.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The assessment of units for programs. */
@Tag(name = "Ledger: assessment")
@RestController
@RequestMapping("/api/v1/ledger/assessment")
class AssessmentRestController {

    private final Assessments assessments;

    AssessmentRestController(Assessments assessments) {
        this.assessments = assessments;
    }

    record SwitchBody(boolean on, @NotBlank String reason) {}

    record RuleLineBody(
            @NotNull AssessmentEvent event,
            @NotEmpty @Size(max = RuleLine.MOST_STEPS) List<@NotNull BigDecimal> steps,
            @Nullable BigDecimal cap) {}

    record RulesBody(
            @NotBlank String title,
            @NotNull LocalDate validFrom,
            @NotNull BigDecimal base,
            @NotEmpty List<@Valid RuleLineBody> lines,
            @NotBlank String reason) {

        AssessmentRules rules() {
            List<RuleLine> all = lines.stream()
                    .map(line -> new RuleLine(line.event(), line.steps(), line.cap()))
                    .toList();
            return new AssessmentRules(0, validFrom, title, base, all, reason, "", Instant.EPOCH);
        }
    }

    record RulesVersion(int version) {}

    record ObjectionBody(
            @NotNull UUID unitId,
            @NotNull AssessmentEvent event,
            @NotNull UUID subjectId,
            @Nullable UUID assignmentId,
            int year,
            @NotBlank String reason) {}

    record ObjectionId(UUID id) {}

    record AnswerBody(boolean accepted, @NotBlank String answer) {}

    @Operation(summary = "Turn the assessment on or off, with the reason")
    @PutMapping("/switch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnAssessment(@Valid @RequestBody SwitchBody body, @CurrentActor Actor actor) {
        assessments.turn(body.on(), body.reason(), actor);
    }

    @Operation(
            summary =
                    "Scores of a year up to today with every event behind them, by the rules of then or by another version")
    @GetMapping("/results")
    List<UnitScore> assessmentScores(AssessmentQuestion asked, Page page, @CurrentActor Actor actor) {
        return assessments.scores(asked.until(page.today()), asked.version(), page.locale(), actor);
    }

    @Operation(summary = "All versions of the rules, newest first")
    @GetMapping("/rules")
    List<AssessmentRules> assessmentRules(@CurrentActor Actor actor) {
        return assessments.rules(actor);
    }

    @Operation(summary = "Add a version of the rules")
    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    RulesVersion addAssessmentRules(@Valid @RequestBody RulesBody body, @CurrentActor Actor actor) {
        return new RulesVersion(assessments.addRules(body.rules(), actor));
    }

    @Operation(summary = "Object against an event, as the head of the unit")
    @PostMapping("/objections")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectionId objectToAssessment(@Valid @RequestBody ObjectionBody body, @CurrentActor Actor actor) {
        return new ObjectionId(assessments.object(
                body.unitId(), body.event(), body.subjectId(), body.assignmentId(), body.year(), body.reason(), actor));
    }

    @Operation(summary = "Answer an objection; accepted, the event is taken out")
    @PostMapping("/objections/{id}/answer")
    AssessmentObjection answerAssessmentObjection(
            @PathVariable UUID id, @Valid @RequestBody AnswerBody body, @CurrentActor Actor actor) {
        assessments.answer(id, body.accepted(), body.answer(), actor);
        return assessments.objection(id, actor);
    }
}
