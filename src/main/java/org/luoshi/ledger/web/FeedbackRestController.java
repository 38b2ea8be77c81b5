package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackReview;
import org.luoshi.ledger.core.FeedbackService;
import org.luoshi.ledger.core.FeedbackStep;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.RejectCode;
import org.luoshi.ledger.core.ReportQueries;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports of the units for programs. */
@Tag(name = "Ledger: feedback")
@RestController
@RequestMapping("/api/v1/ledger/feedback")
class FeedbackRestController {

    private final FeedbackService feedback;
    private final FeedbackReview review;
    private final ReportQueries queries;

    FeedbackRestController(FeedbackService feedback, FeedbackReview review, ReportQueries queries) {
        this.feedback = feedback;
        this.review = review;
        this.queries = queries;
    }

    /** A changed draft with the version that was seen. */
    record FeedbackRevision(
            @NotNull @Min(0) Integer version,
            @NotNull @Valid FeedbackBody feedback) {}

    /** What the office can make of a report. */
    enum Decision {
        ACCEPT,
        RETURN;

        FeedbackStep step() {
            return FeedbackStep.valueOf(name());
        }
    }

    /** {@code date}: by when a returned report is owed again. */
    record DecisionBody(
            @NotNull Decision decision,
            @Nullable RejectCode rejectCode,
            @Nullable @CodePointLength(max = StepBody.WORDS) String words,
            @Nullable @OfficeDay LocalDate date) {

        StepInput input() {
            return new StepInput(0, words, date, null, null, null, rejectCode, List.of());
        }
    }

    @Operation(summary = "Draft a report on one or several items of the same unit")
    @PostMapping
    ResponseEntity<Created> draft(
            @Valid @RequestBody FeedbackBody body,
            @RequestHeader(name = Repeatable.HEADER, required = false) @Size(min = 1, max = 200) @Nullable String key,
            @CurrentActor Actor actor) {
        return Created.at("feedback", feedback.draft(body.toFeedback(), body.origin(), key, actor));
    }

    @Operation(summary = "A report, once for each item it serves and the caller may see")
    @GetMapping("/{id}")
    Reports reports(@PathVariable UUID id, @CurrentActor Actor actor) {
        return new Reports(queries.reports(id, actor));
    }

    record Reports(List<ItemDetail.Report> reports) {}

    @Operation(summary = "Change the draft of a report")
    @PutMapping("/{id}")
    Reports revise(@PathVariable UUID id, @Valid @RequestBody FeedbackRevision body, @CurrentActor Actor actor) {
        feedback.revise(id, body.version(), body.feedback().toFeedback(), actor);
        return new Reports(queries.reports(id, actor));
    }

    @Operation(summary = "Take a step inside the unit: to the head, back, sign-off, withdraw")
    @PostMapping("/{id}/steps")
    Reports step(@PathVariable UUID id, @Valid @RequestBody StepBody<FeedbackStep> body, @CurrentActor Actor actor) {
        feedback.perform(id, body.step(), body.input(), actor);
        return new Reports(queries.reports(id, actor));
    }

    @Operation(summary = "Accept or return a report for one of the items it serves")
    @PostMapping("/{id}/targets/{assignmentId}/decision")
    Reports decide(
            @PathVariable UUID id,
            @PathVariable UUID assignmentId,
            @Valid @RequestBody DecisionBody body,
            @CurrentActor Actor actor) {
        review.decide(id, assignmentId, body.decision().step(), body.input(), actor);
        return new Reports(queries.reports(id, actor));
    }
}
