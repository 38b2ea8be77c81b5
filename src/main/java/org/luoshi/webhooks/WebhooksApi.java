package org.luoshi.webhooks;

import org.luoshi.webhooks.core.WebhookOutbox;
import org.springframework.stereotype.Component;

/** Tells other programs what happened. */
@Component
public class WebhooksApi {

    private final WebhookOutbox outbox;

    WebhooksApi(WebhookOutbox outbox) {
        this.outbox = outbox;
    }

    /** Written in the caller's transaction, and not at all where there is none; sent after it. Costs one statement where nobody listens. */
    public void publish(WebhookEvent event) {
        outbox.publish(event);
    }
}
