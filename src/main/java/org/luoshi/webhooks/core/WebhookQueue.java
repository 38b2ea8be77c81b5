package org.luoshi.webhooks.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits to be sent: one for each subscription at a time, whichever server takes it, and what became of it. */
@Component
@Transactional
class WebhookQueue {

    /** Longer than any try may take: a server that dies meanwhile keeps a subscription for this long and no longer. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** After the first, second … failed try; about three days in all (as Standard Webhooks recommends). */
    private static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** A receiver that failed so often in a row, and for so long, is paused until somebody has looked at it. */
    private static final int FAILURES = 10;

    private static final Duration FAILING = Duration.ofHours(1);
    private static final int LONGEST_FAILURE = 300;

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final NoticesApi notices;
    private final AccessApi access;
    private final Clock clock;

    WebhookQueue(JdbcClient jdbc, HistoryApi history, NoticesApi notices, AccessApi access, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** One message with what is needed to send it. */
    record Claimed(
            UUID id,
            UUID subscriptionId,
            UUID eventId,
            String body,
            int attempts,
            String name,
            String address,
            byte[] secret) {}

    /** How a try ended: with a status, or with a failure before there was one. */
    record Tried(@Nullable Integer status, @Nullable String failure, long tookMillis) {

        boolean isTaken() {
            return status != null && status >= 200 && status < 300;
        }

        /** The receiver says that it wants nothing any more. */
        boolean isGone() {
            return status != null && status == 410;
        }
    }

    /** Takes the next that is due, of a subscription that nobody is just sending for. */
    Optional<Claimed> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        with hook as (
                            select s.id from webhooks.subscription s
                            where s.state = 'ACTIVE' and s.busy_until <= :now and exists (
                                select 1 from webhooks.delivery d
                                where d.subscription_id = s.id and d.state = 'WAITING' and d.next_try <= :now)
                            order by s.busy_until limit 1 for no key update skip locked),
                        next as (
                            select d.id from webhooks.delivery d join hook on hook.id = d.subscription_id
                            where d.state = 'WAITING' and d.next_try <= :now
                            order by d.next_try, d.id limit 1),
                        busy as (
                            update webhooks.subscription set busy_until = :until where id in (select id from hook)
                            returning id, name, address, secret)
                        update webhooks.delivery d set attempts = d.attempts + 1, last_at = :now
                        from next, busy where d.id = next.id
                        returning d.id, d.subscription_id, d.event_id, d.body, d.attempts, busy.name, busy.address,
                            busy.secret
                        """)
                .param("now", Sql.at(now))
                .param("until", Sql.at(now.plus(KEPT)))
                .query(Claimed.class)
                .optional();
    }

    void ended(Claimed message, Tried tried) {
        if (tried.isTaken()) {
            write(message, tried, "SENT", clock.instant());
            free(message.subscriptionId(), "failures = 0, failing_since = null");
            return;
        }
        boolean isLast = message.attempts() > GAPS.size();
        Duration gap = GAPS.get(Math.min(message.attempts(), GAPS.size()) - 1);
        write(message, tried, isLast ? "DEAD" : "WAITING", clock.instant().plus(gap));
        free(message.subscriptionId(), "failures = failures + 1, failing_since = coalesce(failing_since, :now)");
        pauseIfHopeless(message, tried);
    }

    private void write(Claimed message, Tried tried, String state, Instant nextTry) {
        String failure = tried.failure();
        jdbc.sql("""
                        update webhooks.delivery set state = :state, next_try = :next, last_status = :status,
                            last_failure = :failure, took_ms = :took where id = :id
                        """)
                .param("state", state)
                .param("next", Sql.at(nextTry))
                .param("status", tried.status())
                .param(
                        "failure",
                        failure == null || failure.length() <= LONGEST_FAILURE
                                ? failure
                                : failure.substring(0, LONGEST_FAILURE))
                .param("took", tried.tookMillis())
                .param("id", message.id())
                .update();
    }

    private void free(UUID subscriptionId, String change) {
        jdbc.sql("update webhooks.subscription set busy_until = :now, " + change + " where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", subscriptionId)
                .update();
    }

    private void pauseIfHopeless(Claimed message, Tried tried) {
        int paused = jdbc.sql("""
                        update webhooks.subscription set state = 'PAUSED', paused_why = :why
                        where id = :id and state = 'ACTIVE'
                            and (:gone or failures >= :most and failing_since <= :before)
                        """)
                .param("why", tried.isGone() ? "GONE" : "FAILING")
                .param("gone", tried.isGone())
                .param("most", FAILURES)
                .param("before", Sql.at(clock.instant().minus(FAILING)))
                .param("id", message.subscriptionId())
                .update();
        if (paused == 1) {
            tellPaused(message);
        }
    }

    private void tellPaused(Claimed message) {
        UUID id = message.subscriptionId();
        Map<String, Object> details = Map.of("name", message.name());
        history.record(new HistoryFact(id, "webhooks.subscription", id, "gave-up", details, null), Actor.system());
        notices.tell(new NewNotice(
                access.holders(Role.SYSTEM_ADMINISTRATOR),
                "webhooks.notice.paused",
                Map.of("name", message.name()),
                "/webhooks/" + id,
                id,
                "webhooks"));
    }
}
