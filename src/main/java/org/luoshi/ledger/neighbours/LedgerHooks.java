package org.luoshi.ledger.neighbours;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.ledger.core.ItemNoted;
import org.luoshi.webhooks.WebhookEvent;
import org.luoshi.webhooks.WebhookTypes;
import org.luoshi.webhooks.WebhooksApi;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands lines of the time line on to other programs: ids, number and address, and nothing that somebody wrote. */
@Component
class LedgerHooks implements WebhookTypes {

    private final WebhooksApi webhooks;

    LedgerHooks(WebhooksApi webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public List<String> types() {
        return Arrays.stream(LedgerHook.values()).map(LedgerHook::type).toList();
    }

    @EventListener
    void on(ItemNoted line) {
        LedgerHook.of(line).forEach(hook -> webhooks.publish(event(hook, line)));
    }

    private static WebhookEvent event(LedgerHook hook, ItemNoted line) {
        Map<String, String> data = new HashMap<>();
        data.put("item", line.itemId().toString());
        if (line.number() != null) {
            data.put("number", line.number());
        }
        if (!line.subjectKind().equals("item")) {
            data.put(line.subjectKind(), line.subjectId().toString());
        }
        return new WebhookEvent(hook.type(), data, "/ledger/items/" + line.itemId());
    }
}
