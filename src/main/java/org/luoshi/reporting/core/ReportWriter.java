package org.luoshi.reporting.core;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.obligations.ObligationsApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes reports of one round group by group: what arrives together goes into one transaction, and each report gets its own answer. A
 * report that is refused harms no other. When this returns, what has a receipt is on the disk.
 */
@Component
public class ReportWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWriter.class);
    private static final int MOST_COLLISIONS = 20;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final ReportStore store;
    private final ReportJudge judge;
    private final HistoryApi history;
    private final ObligationsApi obligations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportWriter(
            ReportStore store,
            ReportJudge judge,
            HistoryApi history,
            ObligationsApi obligations,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.judge = judge;
        this.history = history;
        this.obligations = obligations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The answers in the order of the reports. Of two for the same unit the first counts and the second is judged after it. What the database
     * does not take is looked for half by half, so that it harms no other. Refused as a whole (DATABASE_AWAY) where the database does not
     * answer: then all may be sent again as they are, and each counts once.
     */
    public List<Answer> write(OpenRound open, List<Incoming> reports) {
        try {
            return inOneGo(open, reports);
        } catch (DataAccessException | TransactionException fault) {
            if (DatabaseAway.is(fault)) {
                LOG.warn("{} reports could not be written: {}", reports.size(), DatabaseAway.named(fault));
                throw ReportingError.DATABASE_AWAY.plain();
            }
            if (reports.size() == 1) {
                LOG.warn("A report was not taken by the database: {}", DatabaseAway.named(fault));
                return List.of(Answer.of(ReportingError.NOT_WRITTEN.plain()));
            }
            int half = reports.size() / 2;
            List<Answer> answers = new ArrayList<>(write(open, reports.subList(0, half)));
            answers.addAll(write(open, reports.subList(half, reports.size())));
            return answers;
        }
    }

    private List<Answer> inOneGo(OpenRound open, List<Incoming> reports) {
        Answer[] answers = new Answer[reports.size()];
        List<Integer> waiting = new ArrayList<>();
        for (int n = 0; n < reports.size(); n++) {
            waiting.add(n);
        }
        int collisions = 0;
        while (!waiting.isEmpty()) {
            ReportGroup group = together(open, reports, waiting);
            if (group != null) {
                group.answers().forEach((n, answer) -> answers[n] = answer);
                waiting = group.later();
            } else if (++collisions > MOST_COLLISIONS) {
                throw ReportingError.DATABASE_AWAY.plain();
            } else {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
        return List.of(answers);
    }

    /** One try; null where somebody else wrote the same rows meanwhile and all of it has to be read again. */
    private @Nullable ReportGroup together(OpenRound open, List<Incoming> reports, List<Integer> waiting) {
        try {
            return transaction.execute(status ->
                    new ReportGroup(store, judge, history, obligations, open, reports, waiting, now()).write());
        } catch (ReportGroup.MeanwhileException | PessimisticLockingFailureException meanwhile) {
            return null;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
