package org.luoshi.webhooks;

import java.util.Map;

/**
 * Something that happened, as another program may know it: ids and numbers, never titles, names or words of people.
 *
 * @param type one of those that a {@link WebhookTypes} names
 * @param data what stands under {@code data} in the message
 * @param href where to look, as {@code /ledger/items/…}
 */
public record WebhookEvent(String type, Map<String, String> data, String href) {

    public WebhookEvent {
        data = Map.copyOf(data);
    }
}
