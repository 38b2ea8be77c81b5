package org.luoshi.webhooks.core;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.webhooks.WebhookEvent;
import org.luoshi.webhooks.WebhookTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is to be sent beside the change itself: a change that is rolled back is told to nobody, and a stop in between loses nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WebhookOutbox {

    static final String TEST = "webhooks.test";

    private final JdbcClient jdbc;
    private final ObjectProvider<WebhookTypes> sources;
    private final NoticesApi notices;
    private final JsonMapper json;
    private final Clock clock;

    WebhookOutbox(
            JdbcClient jdbc, ObjectProvider<WebhookTypes> sources, NoticesApi notices, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
    }

    /** All that can be subscribed to. */
    List<String> types() {
        return sources.orderedStream()
                .flatMap(source -> source.types().stream())
                .toList();
    }

    /** A paused subscription gets it too, and sends it once it goes on. */
    public void publish(WebhookEvent event) {
        List<UUID> listening = jdbc.sql("select id from webhooks.subscription where :type = any(types) order by id")
                .param("type", event.type())
                .query(UUID.class)
                .list();
        if (listening.isEmpty()) {
            return;
        }
        UUID eventId = TimeOrderedIds.next(clock);
        String body = body(eventId, event);
        listening.forEach(subscription -> insert(subscription, eventId, event.type(), body));
    }

    /** A message that says nothing, to see whether it arrives. */
    void test(UUID subscriptionId) {
        UUID eventId = TimeOrderedIds.next(clock);
        WebhookEvent event = new WebhookEvent(TEST, Map.of(), "/");
        insert(subscriptionId, eventId, TEST, body(eventId, event));
    }

    private String body(UUID eventId, WebhookEvent event) {
        Map<String, Object> data = new TreeMap<>(event.data());
        data.put("link", notices.houseAddress("") + event.href());
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", eventId.toString());
        message.put("type", event.type());
        message.put("timestamp", clock.instant().toString());
        message.put("data", data);
        return json.writeValueAsString(message);
    }

    /** Nothing where the subscription has just been removed: that must not hold up whoever works. */
    private void insert(UUID subscriptionId, UUID eventId, String type, String body) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into webhooks.delivery
                            (id, subscription_id, event_id, type, body, created_at, state, next_try)
                        select :id, s.id, :event, :type, :body, :now, 'WAITING', :now
                        from webhooks.subscription s where s.id = :subscription for key share
                        """)
                .param("id", TimeOrderedIds.next(clock))
                .param("subscription", subscriptionId)
                .param("event", eventId)
                .param("type", type)
                .param("body", body)
                .param("now", Sql.at(now))
                .update();
    }
}
