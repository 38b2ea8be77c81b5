package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.luoshi.ledger.core.AssignmentStep;
import org.luoshi.ledger.core.AssignmentSteps;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.NoticeLevel;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The units' parts for programs. */
@Tag(name = "Ledger: assignments")
@RestController
@RequestMapping("/api/v1/ledger/assignments/{id}")
class AssignmentsRestController {

    private final AssignmentSteps assignments;
    private final SupervisionService supervision;
    private final FeedbackService feedback;
    private final ItemQueries queries;

    AssignmentsRestController(
            AssignmentSteps assignments,
            SupervisionService supervision,
            FeedbackService feedback,
            ItemQueries queries) {
        this.assignments = assignments;
        this.supervision = supervision;
        this.feedback = feedback;
        this.queries = queries;
    }

    record NoticeBody(
            @NotNull NoticeLevel level,
            @NotBlank @CodePointLength(max = StepBody.WORDS) String text) {}

    record ReasonBody(
            @NotBlank @CodePointLength(max = StepBody.WORDS) String reason) {}

    @Operation(summary = "Take a step of one unit's part: sign, object, hand on, ask for coordination, waive")
    @PostMapping("/steps")
    ItemDetail step(
            @PathVariable UUID id,
            @Valid @RequestBody StepBody<AssignmentStep> body,
            @CurrentActor Actor actor,
            Locale locale) {
        assignments.perform(id, body.step(), body.input(), actor);
        return queries.detail(queries.itemOfAssignment(id), locale, actor);
    }

    @Operation(summary = "Urge the unit, or send it a supervision notice")
    @PostMapping("/notices")
    @ResponseStatus(HttpStatus.CREATED)
    Created notice(@PathVariable UUID id, @Valid @RequestBody NoticeBody body, @CurrentActor Actor actor) {
        return new Created(supervision.issue(id, body.level(), body.text(), actor));
    }

    @Operation(summary = "Report in one step that there is nothing new, with the reason")
    @PostMapping("/nothing-new")
    ResponseEntity<Created> nothingNew(
            @PathVariable UUID id, @Valid @RequestBody ReasonBody body, @CurrentActor Actor actor) {
        return Created.at("feedback", feedback.nothingNew(id, body.reason(), actor));
    }
}
