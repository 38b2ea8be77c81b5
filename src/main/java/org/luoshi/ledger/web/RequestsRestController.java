package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.core.Ending;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.NewRequest;
import org.luoshi.ledger.core.NoticeStep;
import org.luoshi.ledger.core.RequestKind;
import org.luoshi.ledger.core.RequestService;
import org.luoshi.ledger.core.RequestStep;
import org.luoshi.ledger.core.SupervisionService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests for other terms, and the life of supervision notices, for programs. */
@Tag(name = "Ledger: requests and notices")
@RestController
@RequestMapping("/api/v1/ledger")
class RequestsRestController {

    private final RequestService requests;
    private final SupervisionService supervision;
    private final ItemQueries queries;

    RequestsRestController(RequestService requests, SupervisionService supervision, ItemQueries queries) {
        this.requests = requests;
        this.supervision = supervision;
        this.queries = queries;
    }

    /** The meaning of each field is that of {@link NewRequest}. */
    record ChangeBody(
            @NotNull RequestKind kind,
            @Nullable UUID assignmentId,
            @NotBlank @CodePointLength(max = StepBody.WORDS) String reason,
            @Nullable @CodePointLength(max = StepBody.WORDS) String progress,
            @Nullable @OfficeDay LocalDate date,
            @Nullable Cycle cycle,
            @Nullable UUID unitId,
            @Nullable Ending ending) {

        NewRequest toRequest() {
            return new NewRequest(kind, assignmentId, reason, progress, date, cycle, unitId, ending);
        }
    }

    @Operation(summary = "Ask for an extension, a suspension, a report cycle, a transfer or a cancellation")
    @PostMapping("/items/{id}/requests")
    @ResponseStatus(HttpStatus.CREATED)
    Created ask(@PathVariable UUID id, @Valid @RequestBody ChangeBody body, @CurrentActor Actor actor) {
        return new Created(requests.ask(id, body.toRequest(), actor));
    }

    @Operation(summary = "Take a step of a request: sign off, forward, grant, refuse, withdraw")
    @PostMapping("/requests/{id}/steps")
    ItemDetail stepOfRequest(
            @PathVariable UUID id,
            @Valid @RequestBody StepBody<RequestStep> body,
            @CurrentActor Actor actor,
            Locale locale) {
        requests.perform(id, body.step(), body.input(), actor);
        return queries.detail(queries.itemOfRequest(id), locale, actor);
    }

    @Operation(summary = "Take a step of a supervision notice: answer, lift, escalate")
    @PostMapping("/notices/{id}/steps")
    ItemDetail stepOfNotice(
            @PathVariable UUID id,
            @Valid @RequestBody StepBody<NoticeStep> body,
            @CurrentActor Actor actor,
            Locale locale) {
        supervision.perform(id, body.step(), body.input(), actor);
        return queries.detail(queries.itemOfNotice(id), locale, actor);
    }
}
