package org.luoshi.webhooks.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.webhooks.core.NewWebhook;
import org.luoshi.webhooks.core.WebhookSubscription;

/** A subscription as it is typed. */
public record WebhookForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable List<String> types) {

    static WebhookForm empty() {
        return new WebhookForm("", "https://", List.of());
    }

    static WebhookForm of(WebhookSubscription hook) {
        return new WebhookForm(hook.name(), hook.address(), hook.types());
    }

    public boolean wants(String type) {
        return types != null && types.contains(type);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    NewWebhook command() {
        return new NewWebhook(text(name), text(address), types == null ? List.of() : types);
    }
}
