package org.luoshi.reporting.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
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
                LOG.warn("{} reports could not be written: {}", reports.size(), fault.getMessage());
                throw ReportingError.DATABASE_AWAY.plain();
            }
            if (reports.size() == 1) {
                LOG.warn("A report was not taken by the database: {}", fault.getMessage());
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
            Group group = together(open, reports, waiting);
            if (group != null) {
                group.answers.forEach((n, answer) -> answers[n] = answer);
                waiting = group.later;
            } else if (++collisions > MOST_COLLISIONS) {
                throw ReportingError.DATABASE_AWAY.plain();
            } else {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
        return List.of(answers);
    }

    /** One try; null where somebody else wrote the same rows meanwhile and all of it has to be read again. */
    private @Nullable Group together(OpenRound open, List<Incoming> reports, List<Integer> waiting) {
        try {
            return transaction.execute(status -> new Group(open, reports, waiting).write());
        } catch (MeanwhileException | PessimisticLockingFailureException meanwhile) {
            return null;
        }
    }

    /** Somebody else wrote one of these between our reading and our writing; nothing was kept. */
    private static final class MeanwhileException extends RuntimeException {
        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    /** One transaction. */
    private final class Group {

        private final OpenRound open;
        private final List<Incoming> reports;
        private final List<Integer> waiting;
        private final Map<Integer, Answer> answers = new HashMap<>();
        private final Map<Integer, Accepted> accepted = new LinkedHashMap<>();
        private final List<Integer> later = new ArrayList<>();
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);

        Group(OpenRound open, List<Incoming> reports, List<Integer> waiting) {
            this.open = open;
            this.reports = reports;
            this.waiting = waiting;
        }

        /** By the order of the keys, so that two groups with the same places wait for each other instead of crosswise. */
        Group write() {
            long batch = store.begin();
            judgeAll();
            if (!accepted.isEmpty()) {
                List<Accepted> all = accepted.values().stream()
                        .sorted(Comparator.comparingLong(Accepted::place))
                        .toList();
                if (store.write(open, all, batch, now) != all.size()) {
                    throw new MeanwhileException();
                }
                if (open.regime().keptLevel() != null) {
                    store.addToTotals(open, totals(all, open.regime().keptLevel()));
                }
                record(all, batch);
                meetDesks(all);
            }
            accepted.forEach((n, report) -> answers.put(n, Answer.of(receipt(report))));
            return this;
        }

        private void judgeAll() {
            Map<Long, StandingReport> byKey = new HashMap<>();
            Map<String, StandingReport> byCode = new HashMap<>();
            for (StandingReport standing : store.standing(open, keys(), codes())) {
                byKey.put(standing.place().key(), standing);
                if (standing.place().code() != null && standing.place().validTo() == null) {
                    byCode.put(standing.place().code(), standing);
                }
            }
            Set<Long> seen = new HashSet<>();
            for (int n : waiting) {
                Incoming incoming = reports.get(n);
                StandingReport standing =
                        incoming.code() == null ? byKey.get(incoming.place()) : byCode.get(incoming.code());
                if (standing != null && !seen.add(standing.place().key())) {
                    later.add(n);
                } else {
                    judge(n, incoming, standing);
                }
            }
        }

        private void judge(int n, Incoming incoming, @Nullable StandingReport standing) {
            try {
                if (standing == null) {
                    Object unit = incoming.code() == null ? incoming.place() : incoming.code();
                    throw ReportingError.UNKNOWN_PLACE.with(Map.of("unit", unit));
                }
                Accepted report = judge.judge(open, incoming, standing, now);
                if (report == null) {
                    answers.put(n, Answer.of(unchanged(standing)));
                } else {
                    accepted.put(n, report);
                }
            } catch (BusinessException refusal) {
                answers.put(n, Answer.of(refusal));
            }
        }

        private List<Long> keys() {
            return waiting.stream()
                    .map(reports::get)
                    .filter(incoming -> incoming.code() == null)
                    .map(Incoming::place)
                    .toList();
        }

        private List<String> codes() {
            List<String> codes = new ArrayList<>();
            for (int n : waiting) {
                String code = reports.get(n).code();
                if (code != null) {
                    codes.add(code.replace("\0", ""));
                }
            }
            return codes;
        }

        /** By the order of the keys, so that two groups never wait for each other. */
        private Map<Long, TotalsChange> totals(List<Accepted> all, int level) {
            Map<Long, TotalsChange> changes = new TreeMap<>();
            for (Accepted report : all) {
                changes.computeIfAbsent(
                                PlaceKey.above(report.place(), level), node -> new TotalsChange(node, open.form()))
                        .add(report);
            }
            return changes;
        }

        private void record(List<Accepted> all, long batch) {
            history.record(
                    new HistoryFact(
                            open.regime().key(),
                            "reporting.batch",
                            open.regime().key(),
                            "written",
                            Map.of(
                                    "batch", batch,
                                    "count", all.size(),
                                    "period", open.round().period(),
                                    "digest", digest(all)),
                            null),
                    Actor.system());
        }

        private String digest(List<Accepted> all) {
            MessageDigest digest = ReportDigest.start();
            all.forEach(report -> ReportDigest.add(
                    digest,
                    report.place(),
                    report.revision(),
                    report.kind(),
                    report.incoming().signer().strip(),
                    now,
                    report.figures()));
            return HexFormat.of().formatHex(digest.digest());
        }

        private void meetDesks(List<Accepted> all) {
            for (Accepted report : all) {
                boolean answers = report.standing().review() == ReviewMark.QUESTIONED;
                if (report.standing().desk() && (report.isFirst() || answers)) {
                    UUID id = RoundMaker.deskId(open.regime(), open.round().period(), report.place());
                    UUID revision = UUID.nameUUIDFromBytes((id + "/" + report.revision()).getBytes(UTF_8));
                    Actor sender = report.incoming().sender();
                    obligations.meet(
                            List.of(id), "reporting.report", revision, now, sender == null ? Actor.system() : sender);
                }
            }
        }

        private Receipt receipt(Accepted report) {
            return new Receipt(
                    report.place(), report.revision(), report.sequel(), now, report.late(), false, report.warnings());
        }

        private Receipt unchanged(StandingReport standing) {
            return new Receipt(
                    standing.place().key(),
                    standing.revision(),
                    standing.sequel(),
                    standing.at() == null ? now : standing.at(),
                    standing.late(),
                    true,
                    List.of());
        }
    }
}
