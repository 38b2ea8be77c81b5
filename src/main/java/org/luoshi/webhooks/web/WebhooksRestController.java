package org.luoshi.webhooks.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.luoshi.webhooks.core.NewWebhook;
import org.luoshi.webhooks.core.WebhookAllowances;
import org.luoshi.webhooks.core.WebhookDelivery;
import org.luoshi.webhooks.core.WebhookQueries;
import org.luoshi.webhooks.core.WebhookService;
import org.luoshi.webhooks.core.WebhookSubscription;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** WebhookList and deliveries for programs. */
@Tag(name = "Webhooks")
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksRestController {

    private final WebhookService service;
    private final WebhookQueries queries;
    private final WebhookAllowances allowances;

    WebhooksRestController(WebhookService service, WebhookQueries queries, WebhookAllowances allowances) {
        this.service = service;
        this.queries = queries;
        this.allowances = allowances;
    }

    record WebhookBody(
            @NotBlank String name,
            @NotBlank String address,
            @NotEmpty List<@NotNull String> types) {

        NewWebhook command() {
            return new NewWebhook(name, address, types);
        }
    }

    record AllowanceBody(@NotNull String hosts, @NotNull String networks) {}

    record WebhookList(List<WebhookSubscription> subscriptions, List<String> types) {}

    record WebhookDeliveries(List<WebhookDelivery> deliveries) {}

    @Operation(summary = "All subscriptions, and the types of events there are")
    @GetMapping
    WebhookList all(@CurrentActor Actor actor) {
        return new WebhookList(queries.all(actor), queries.types(actor));
    }

    @Operation(summary = "Subscribe; the answer holds the secret, for the only time")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WebhookService.WebhookMade make(@Valid @RequestBody WebhookBody body, @CurrentActor Actor actor) {
        return service.make(body.command(), actor);
    }

    @Operation(summary = "One subscription")
    @GetMapping("/{id}")
    WebhookSubscription one(@PathVariable UUID id, @CurrentActor Actor actor) {
        return queries.one(id, actor);
    }

    @Operation(summary = "Change name, address and types")
    @PutMapping("/{id}")
    WebhookSubscription change(@PathVariable UUID id, @Valid @RequestBody WebhookBody body, @CurrentActor Actor actor) {
        service.change(id, body.command(), actor);
        return queries.one(id, actor);
    }

    @Operation(summary = "End it, with all that waits for it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.remove(id, actor);
    }

    @Operation(summary = "Another secret in place of the old one")
    @PostMapping("/{id}/secret")
    WebhookService.WebhookMade renew(@PathVariable UUID id, @CurrentActor Actor actor) {
        return service.renewSecret(id, actor);
    }

    @Operation(summary = "Queue a test message")
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.test(id, actor);
    }

    @Operation(summary = "Send nothing until it is resumed")
    @PostMapping("/{id}/pause")
    WebhookSubscription pause(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.pause(id, actor);
        return queries.one(id, actor);
    }

    @Operation(summary = "Send again, what waits first")
    @PostMapping("/{id}/resumption")
    WebhookSubscription resume(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.resume(id, actor);
        return queries.one(id, actor);
    }

    @Operation(summary = "The last messages, those given up first")
    @GetMapping("/{id}/deliveries")
    WebhookDeliveries deliveries(@PathVariable UUID id, @CurrentActor Actor actor) {
        queries.one(id, actor);
        return new WebhookDeliveries(queries.lastOf(id, actor));
    }

    @Operation(summary = "Send again a message that was given up")
    @PostMapping("/{id}/deliveries/{delivery}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(@PathVariable UUID id, @PathVariable UUID delivery, @CurrentActor Actor actor) {
        service.sendAgain(id, delivery, actor);
    }

    @Operation(summary = "Hosts that messages may go to")
    @GetMapping("/allowance")
    WebhookAllowances.HostAllowance allowance(@CurrentActor Actor actor) {
        queries.types(actor);
        return allowances.now();
    }

    @Operation(summary = "Write the list of hosts anew (security administrator)")
    @PutMapping("/allowance")
    WebhookAllowances.HostAllowance allow(@Valid @RequestBody AllowanceBody body, @CurrentActor Actor actor) {
        allowances.change(body.hosts(), body.networks(), actor);
        return allowances.now();
    }
}
