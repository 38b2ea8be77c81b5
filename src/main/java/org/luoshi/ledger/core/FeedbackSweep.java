package org.luoshi.ledger.core;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks for the coming periods of items that report by a cycle. It adds what is not there yet, so it may run at any time, twice, or on several nodes;
 * nothing depends on the hour at which it runs.
 */
@Component
class FeedbackSweep {

    private static final long LOCK = 0x6c656467;

    private final Ledger ledger;
    private final FeedbackDues dues;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FeedbackSweep(Ledger ledger, FeedbackDues dues, JdbcClient jdbc, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.dues = dues;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${luoshi.ledger.sweep-at:0 20 2 * * *}", zone = "${luoshi.zone:Asia/Shanghai}")
    void run() {
        for (UUID id : reporting()) {
            transaction.executeWithoutResult(status -> {
                if (isMyTurn()) {
                    sweep(id);
                }
            });
        }
    }

    private List<UUID> reporting() {
        return jdbc.sql("""
                select id from ledger.item
                where is_open and cycle <> 'ONCE' and state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM') order by id
                """).query(UUID.class).list();
    }

    private boolean isMyTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private void sweep(UUID itemId) {
        Item item = ledger.item(itemId);
        if (!item.open) {
            return;
        }
        List<Assignment> asked = ledger.assignmentsOf(item).stream()
                .filter(unit -> unit.state.isRunning() && unit.stoppedAt == null)
                .filter(unit -> dues.addComingPeriods(item, unit) > 0)
                .toList();
        if (!asked.isEmpty()) {
            ledger.saveAll(item, asked);
        }
    }
}
