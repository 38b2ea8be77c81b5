package org.luoshi.webhooks.core;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see of subscriptions and of what was sent. */
@Component
@Transactional(readOnly = true)
public class WebhookQueries {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final WebhookOutbox outbox;

    WebhookQueries(JdbcClient jdbc, WebhookOutbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Nothing of the office's business is among it, so every administrator may look. */
    static void requireAdministrator(Actor viewer) {
        if (viewer.administrativeRoles().isEmpty()) {
            throw WebhookError.NOT_YOURS.plain();
        }
    }

    @Transactional(readOnly = true)
    public List<String> types(Actor viewer) {
        requireAdministrator(viewer);
        return outbox.types();
    }

    public List<WebhookSubscription> all(Actor viewer) {
        requireAdministrator(viewer);
        return rows(null);
    }

    public WebhookSubscription one(UUID id, Actor viewer) {
        requireAdministrator(viewer);
        return rows(id).stream().findFirst().orElseThrow(() -> WebhookError.UNKNOWN.with(Map.of("id", id)));
    }

    /** Given up first, then newest first. */
    public List<WebhookDelivery> lastOf(UUID subscriptionId, Actor viewer) {
        requireAdministrator(viewer);
        return jdbc.sql("""
                        select id, subscription_id, event_id, type, created_at, state, attempts, next_try, last_at,
                            last_status, last_failure, took_ms
                        from webhooks.delivery where subscription_id = :id
                        order by state = 'DEAD' desc, created_at desc, id desc limit :limit
                        """)
                .param("id", subscriptionId)
                .param("limit", SHOWN)
                .query(WebhookDelivery.class)
                .list();
    }

    private List<WebhookSubscription> rows(@Nullable UUID id) {
        return jdbc.sql("""
                        select s.*, coalesce(d.waiting, 0) as waiting, coalesce(d.dead, 0) as dead, d.last_taken
                        from webhooks.subscription s left join (
                            select subscription_id, count(*) filter (where state = 'WAITING') as waiting,
                                count(*) filter (where state = 'DEAD') as dead,
                                max(last_at) filter (where state = 'SENT') as last_taken
                            from webhooks.delivery group by subscription_id) d on d.subscription_id = s.id
                        where cast(:id as uuid) is null or s.id = :id order by s.name, s.id
                        """).param("id", id).query(mapper()).list();
    }

    private static RowMapper<WebhookSubscription> mapper() {
        return (row, index) -> {
            String why = row.getString("paused_why");
            OffsetDateTime taken = row.getObject("last_taken", OffsetDateTime.class);
            return new WebhookSubscription(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("address"),
                    List.of((String[]) row.getArray("types").getArray()),
                    WebhookSubscription.State.valueOf(row.getString("state")),
                    why == null ? null : WebhookSubscription.Why.valueOf(why),
                    row.getInt("failures"),
                    row.getString("made_by"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getInt("waiting"),
                    row.getInt("dead"),
                    taken == null ? null : taken.toInstant());
        };
    }
}
