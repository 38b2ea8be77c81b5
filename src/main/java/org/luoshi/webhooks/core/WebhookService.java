package org.luoshi.webhooks.core;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions: made, changed, paused and ended by the system administrator. */
@Service
@Transactional
public class WebhookService {

    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final WebhookGate gate;
    private final WebhookSecrets secrets;
    private final WebhookOutbox outbox;
    private final HistoryApi history;
    private final Clock clock;

    WebhookService(
            JdbcClient jdbc,
            WebhookGate gate,
            WebhookSecrets secrets,
            WebhookOutbox outbox,
            HistoryApi history,
            Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.secrets = secrets;
        this.outbox = outbox;
        this.history = history;
        this.clock = clock;
    }

    /** A subscription just made, with the word that signs its messages: told here and never again. */
    public record WebhookMade(UUID id, String secret) {}

    public WebhookMade make(NewWebhook wanted, Actor actor) {
        requireMine(actor);
        require(wanted);
        UUID id = TimeOrderedIds.next(clock);
        byte[] word = WebhookSecrets.next();
        jdbc.sql("""
                        insert into webhooks.subscription
                            (id, name, address, types, secret, state, busy_until, made_by, made_at)
                        values (:id, :name, :address, :types, :secret, 'ACTIVE', :now, :by, :now)
                        """)
                .param("id", id)
                .param("name", wanted.name().strip())
                .param("address", wanted.address().strip())
                .param("types", Sql.texts(wanted.types()))
                .param("secret", secrets.lock(id, word))
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.name())
                .update();
        note(
                id,
                "made",
                Map.of(
                        "name",
                        wanted.name().strip(),
                        "address",
                        wanted.address().strip()),
                actor);
        return new WebhookMade(id, WebhookSecrets.shown(word));
    }

    public void change(UUID id, NewWebhook wanted, Actor actor) {
        requireMine(actor);
        require(wanted);
        requireOne(
                jdbc.sql("""
                        update webhooks.subscription set name = :name, address = :address, types = :types where id = :id
                        """)
                        .param("id", id)
                        .param("name", wanted.name().strip())
                        .param("address", wanted.address().strip())
                        .param("types", Sql.texts(wanted.types()))
                        .update(),
                id);
        note(
                id,
                "changed",
                Map.of(
                        "name",
                        wanted.name().strip(),
                        "address",
                        wanted.address().strip()),
                actor);
    }

    /** Another word in place of the old one, which is worth nothing from now on. */
    public WebhookMade renewSecret(UUID id, Actor actor) {
        requireMine(actor);
        String name = nameOf(id);
        byte[] word = WebhookSecrets.next();
        jdbc.sql("update webhooks.subscription set secret = :secret where id = :id")
                .param("secret", secrets.lock(id, word))
                .param("id", id)
                .update();
        note(id, "secret-renewed", Map.of("name", name), actor);
        return new WebhookMade(id, WebhookSecrets.shown(word));
    }

    /** What happens meanwhile waits, and is sent once it goes on. */
    public void pause(UUID id, Actor actor) {
        requireMine(actor);
        String name = nameOf(id);
        int paused = jdbc.sql("""
                        update webhooks.subscription set state = 'PAUSED', paused_why = 'BY_HAND'
                        where id = :id and state = 'ACTIVE'
                        """).param("id", id).update();
        if (paused == 1) {
            note(id, "paused", Map.of("name", name), actor);
        }
    }

    public void resume(UUID id, Actor actor) {
        requireMine(actor);
        String name = nameOf(id);
        int resumed = jdbc.sql("""
                        update webhooks.subscription
                        set state = 'ACTIVE', paused_why = null, failures = 0, failing_since = null
                        where id = :id and state = 'PAUSED'
                        """).param("id", id).update();
        jdbc.sql("update webhooks.delivery set next_try = :now where subscription_id = :id and state = 'WAITING'")
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
        if (resumed == 1) {
            note(id, "resumed", Map.of("name", name), actor);
        }
    }

    /** With all that waits for it. */
    public void remove(UUID id, Actor actor) {
        requireMine(actor);
        String name = nameOf(id);
        jdbc.sql("delete from webhooks.subscription where id = :id")
                .param("id", id)
                .update();
        note(id, "removed", Map.of("name", name), actor);
    }

    /** Queues a message that says nothing. */
    public void test(UUID id, Actor actor) {
        requireMine(actor);
        nameOf(id);
        outbox.test(id);
    }

    /** One that was given up is tried again from the start, with the same id: a receiver that had it after all knows it. */
    public void sendAgain(UUID id, UUID deliveryId, Actor actor) {
        requireMine(actor);
        String name = nameOf(id);
        int again = jdbc.sql("""
                        update webhooks.delivery set state = 'WAITING', attempts = 0, next_try = :now
                        where id = :delivery and subscription_id = :id and state = 'DEAD'
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("delivery", deliveryId)
                .param("id", id)
                .update();
        requireOne(again, deliveryId);
        note(id, "sent-again", Map.of("name", name), actor);
    }

    private void require(NewWebhook wanted) {
        if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            throw WebhookError.NAME_MISSING.with(Map.of("most", LONGEST_NAME));
        }
        URI address = gate.require(wanted.address());
        gate.resolve(address);
        if (wanted.types().isEmpty()) {
            throw WebhookError.TYPES_MISSING.plain();
        }
        List<String> known = outbox.types();
        wanted.types().stream()
                .filter(type -> !known.contains(type))
                .findFirst()
                .ifPresent(type -> {
                    throw WebhookError.UNKNOWN_TYPE.with(Map.of("type", type));
                });
    }

    private String nameOf(UUID id) {
        return jdbc.sql("select name from webhooks.subscription where id = :id for no key update")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> WebhookError.UNKNOWN.with(Map.of("id", id)));
    }

    private static void requireOne(int changed, UUID id) {
        if (changed == 0) {
            throw WebhookError.UNKNOWN.with(Map.of("id", id));
        }
    }

    private static void requireMine(Actor actor) {
        if (!actor.has(Role.SYSTEM_ADMINISTRATOR)) {
            throw WebhookError.NOT_YOURS.plain();
        }
    }

    private void note(UUID id, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(id, "webhooks.subscription", id, action, details, null), actor);
    }
}
