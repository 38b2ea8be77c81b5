package org.luoshi.webhooks.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.webhooks.core.WebhookAllowances;
import org.luoshi.webhooks.core.WebhookError;
import org.luoshi.webhooks.core.WebhookQueries;
import org.luoshi.webhooks.core.WebhookService;
import org.luoshi.webhooks.core.WebhookSubscription;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where administrators say who is told of what, and see what arrived. */
@Controller
@RequestMapping("/webhooks")
class WebhooksWebController {

    private static final Map<WebhookError, String> FIELDS = Map.of(
            WebhookError.NAME_MISSING, "name",
            WebhookError.TYPES_MISSING, "types",
            WebhookError.UNKNOWN_TYPE, "types",
            WebhookError.BAD_HOST, "hosts",
            WebhookError.BAD_NETWORK, "networks");

    private final WebhookService service;
    private final WebhookQueries queries;
    private final WebhookAllowances allowances;
    private final Templates templates;

    WebhooksWebController(
            WebhookService service, WebhookQueries queries, WebhookAllowances allowances, Templates templates) {
        this.service = service;
        this.queries = queries;
        this.allowances = allowances;
        this.templates = templates;
    }

    @GetMapping
    View list(Page page, @CurrentActor Actor actor) {
        return Html.of(list(page, actor, WebhookForm.empty(), AllowanceForm.of(allowances.now()), Map.of()));
    }

    @PostMapping
    View make(WebhookForm form, Page page, @CurrentActor Actor actor) {
        try {
            WebhookService.WebhookMade made = service.make(form.command(), actor);
            return Html.of(show(page, actor, queries.one(made.id(), actor), null, made.secret(), Map.of()));
        } catch (BusinessException refusal) {
            return Html.invalid(
                    list(page, actor, form, AllowanceForm.of(allowances.now()), errors(page, refusal, "address")));
        }
    }

    @PostMapping("/allowance")
    View allow(AllowanceForm form, Page page, @CurrentActor Actor actor) {
        try {
            allowances.change(form.text(form.hosts()), form.text(form.networks()), actor);
            return new RedirectView("/webhooks");
        } catch (BusinessException refusal) {
            return Html.invalid(list(page, actor, WebhookForm.empty(), form, errors(page, refusal, "hosts")));
        }
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(show(page, actor, queries.one(id, actor), null, "", Map.of()));
    }

    @PostMapping("/{id}")
    View change(@PathVariable UUID id, WebhookForm form, Page page, @CurrentActor Actor actor) {
        WebhookSubscription hook = queries.one(id, actor);
        try {
            service.change(id, form.command(), actor);
            return back(id);
        } catch (BusinessException refusal) {
            return Html.invalid(show(page, actor, hook, form, "", errors(page, refusal, "address")));
        }
    }

    @PostMapping("/{id}/secret")
    View renew(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        WebhookService.WebhookMade made = service.renewSecret(id, actor);
        return Html.of(show(page, actor, queries.one(id, actor), null, made.secret(), Map.of()));
    }

    @PostMapping("/{id}/test")
    View test(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.test(id, actor);
        return back(id);
    }

    @PostMapping("/{id}/pause")
    View pause(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.pause(id, actor);
        return back(id);
    }

    @PostMapping("/{id}/resumption")
    View resume(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.resume(id, actor);
        return back(id);
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.remove(id, actor);
        return new RedirectView("/webhooks");
    }

    @PostMapping("/{id}/deliveries/{delivery}/again")
    View again(@PathVariable UUID id, @PathVariable UUID delivery, @CurrentActor Actor actor) {
        service.sendAgain(id, delivery, actor);
        return back(id);
    }

    private static View back(UUID id) {
        return new RedirectView("/webhooks/" + id);
    }

    private static Map<String, String> errors(Page page, BusinessException refusal, String otherwise) {
        String field =
                refusal.error() instanceof WebhookError error ? FIELDS.getOrDefault(error, otherwise) : otherwise;
        return Map.of(field, page.reason(refusal));
    }

    private JteModel list(
            Page page, Actor actor, WebhookForm form, AllowanceForm allowance, Map<String, String> errors) {
        return templates.webhooksList(
                page, queries.all(actor), queries.types(actor), allowances.now(), form, allowance, errors);
    }

    private JteModel show(
            Page page,
            Actor actor,
            WebhookSubscription hook,
            @org.jspecify.annotations.Nullable WebhookForm form,
            String secret,
            Map<String, String> errors) {
        return templates.webhooksOne(
                page,
                hook,
                queries.lastOf(hook.id(), actor),
                queries.types(actor),
                form == null ? WebhookForm.of(hook) : form,
                secret,
                errors);
    }
}
