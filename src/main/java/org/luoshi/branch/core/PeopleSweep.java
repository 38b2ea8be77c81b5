package org.luoshi.branch.core;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings desks up to the day and deletes what has had its time. Safe to run at any hour, twice, or on several nodes. */
@Component
public class PeopleSweep {

    private static final long LOCK = 0x6272_616e;

    private final TransferStore transfers;
    private final TransferDesk transferDesk;
    private final RecruitStore recruits;
    private final RecruitDesk recruitDesk;
    private final CareService care;
    private final BranchRights rights;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PeopleSweep(
            TransferStore transfers,
            TransferDesk transferDesk,
            RecruitStore recruits,
            RecruitDesk recruitDesk,
            CareService care,
            BranchRights rights,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.transfers = transfers;
        this.transferDesk = transferDesk;
        this.recruits = recruits;
        this.recruitDesk = recruitDesk;
        this.care = care;
        this.rights = rights;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${luoshi.branch.sweep-at:0 40 2 * * *}", zone = "${luoshi.zone:Asia/Shanghai}")
    public void run() {
        transaction.executeWithoutResult(status -> {
            if (isMyTurn()) {
                sweep();
            }
        });
    }

    private boolean isMyTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private void sweep() {
        transfers.open().forEach(transferDesk::tell);
        recruits.underWay().forEach(recruitDesk::tell);
        recruits.purge(rights.today());
        care.purge();
    }
}
