package org.luoshi.history.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.history.HistoryLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals new lines in batches. Writers never wait for it, and it never misses a line: a batch is what was written by transactions below
 * the horizon, the oldest transaction still running. All of those have ended, so nothing can be added to the batch afterwards; whatever
 * commits late is at or above the horizon and belongs to a later batch.
 */
@Component
public class HistorySealer {

    private static final long ONE_NODE_AT_A_TIME = 0x6c756f736869L;

    private final JdbcClient jdbc;
    private final HistoryLines lines;
    private final SealStore seals;
    private final Clock clock;

    HistorySealer(JdbcClient jdbc, HistoryLines lines, SealStore seals, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.seals = seals;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${luoshi.history.seal-every:1s}")
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void seal() {
        boolean myTurn = jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", ONE_NODE_AT_A_TIME)
                .query(Boolean.class)
                .single();
        if (!myTurn) {
            return;
        }
        SealStore.View view = seals.viewNow();
        SealStore.Stored last = seals.last().orElse(null);
        List<Long> numbers = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        newLines(view, last).forEach(line -> {
            numbers.add(line.number());
            leaves.add(Hashes.leaf(CanonicalJson.of(line)));
        });
        if (numbers.isEmpty()) {
            return;
        }
        long number = last == null ? 1 : last.seal().number() + 1;
        byte[] previous = last == null ? Seal.NONE_BEFORE : last.seal().hash();
        seals.add(Seal.over(Numbers.of(numbers), leaves, number, previous, clock.instant()), view);
    }

    private List<HistoryLine> newLines(SealStore.View view, SealStore.@org.jspecify.annotations.Nullable Stored last) {
        boolean sameCluster = last != null && last.view().cluster() == view.cluster();
        long from = sameCluster && last != null ? last.view().horizon() : 0;
        // After a restore into another cluster the transaction numbers of old lines mean nothing: everything unsealed
        // is looked through once.
        String restored = sameCluster ? "" : " or line.written_by >= cast(:seen as xid8)";
        var query = jdbc.sql("select " + HistoryLines.COLUMNS + """
                         from history.line
                        where (line.written_by >= cast(:from as xid8) and line.written_by < cast(:horizon as xid8)
                        """ + restored + """
                        ) and not exists (select from history.seal where seal.lines @> line.number)
                        order by line.number
                        """)
                .param("from", Long.toUnsignedString(from))
                .param("horizon", Long.toUnsignedString(view.horizon()));
        return (sameCluster ? query : query.param("seen", Long.toUnsignedString(view.seen())))
                .query(lines.mapper())
                .list();
    }
}
