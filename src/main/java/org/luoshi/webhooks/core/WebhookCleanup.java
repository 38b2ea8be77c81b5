package org.luoshi.webhooks.core;

import java.time.Clock;
import java.time.Duration;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what was sent long ago; what was given up stays longer, for somebody may still want it sent. */
@Component
class WebhookCleanup {

    private static final Duration SENT = Duration.ofDays(30);
    private static final Duration DEAD = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookCleanup(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 6, initialDelay = 6, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void forget() {
        jdbc.sql("""
                        delete from webhooks.delivery
                        where state = 'SENT' and created_at < :sent or state = 'DEAD' and created_at < :dead
                        """)
                .param("sent", Sql.at(clock.instant().minus(SENT)))
                .param("dead", Sql.at(clock.instant().minus(DEAD)))
                .update();
    }
}
