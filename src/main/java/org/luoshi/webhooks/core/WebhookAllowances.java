package org.luoshi.webhooks.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which hosts news may go to. Written by the security administrator and never by whoever makes subscriptions. */
@Service
@Transactional
public class WebhookAllowances {

    /** The one time line of the list. */
    private static final UUID SCOPE = UUID.fromString("00000000-0000-7000-8000-0000000e7001");

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final Clock clock;

    WebhookAllowances(JdbcClient jdbc, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** The list as it was typed, with who did it last. */
    public record HostAllowance(
            String hosts,
            String networks,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {

        public boolean isEmpty() {
            return hosts.isBlank();
        }
    }

    @Transactional(readOnly = true)
    public HostAllowance now() {
        return jdbc.sql("select hosts, networks, changed_by, changed_at from webhooks.allowance")
                .query(HostAllowance.class)
                .single();
    }

    /** Takes the whole list or, where one entry cannot be read, nothing. */
    public void change(String hosts, String networks, Actor actor) {
        if (!actor.has(Role.SECURITY_ADMINISTRATOR)) {
            throw WebhookError.NOT_YOURS.plain();
        }
        AllowedHost.listOf(hosts);
        Network.listOf(networks);
        HostAllowance before = now();
        jdbc.sql(
                        "update webhooks.allowance set hosts = :hosts, networks = :networks, changed_by = :by, changed_at = :at")
                .param("hosts", hosts.strip())
                .param("networks", networks.strip())
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
        history.record(
                new HistoryFact(
                        SCOPE,
                        "webhooks.allowance",
                        SCOPE,
                        "changed",
                        Map.of(
                                "before", line(before.hosts(), before.networks()),
                                "after", line(hosts, networks)),
                        null),
                actor);
    }

    private static String line(String hosts, String networks) {
        return String.join(" ", AllowedHost.words(hosts + " " + networks));
    }
}
