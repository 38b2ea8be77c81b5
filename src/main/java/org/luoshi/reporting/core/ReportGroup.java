package org.luoshi.reporting.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;

/** One transaction of {@link ReportWriter}: judges what waits against what stands, and writes what is taken. */
final class ReportGroup {

    private final ReportStore store;
    private final ReportJudge judge;
    private final HistoryApi history;
    private final ObligationsApi obligations;
    private final OpenRound open;
    private final List<Incoming> reports;
    private final List<Integer> waiting;
    private final Map<Integer, Answer> answers = new HashMap<>();
    private final Map<Integer, Accepted> accepted = new LinkedHashMap<>();
    private final List<Integer> later = new ArrayList<>();
    /** How places with a report of this group stand once it is written. */
    private final Map<Long, StandingReport> written = new HashMap<>();
    /** Places with a report that waits for the next group; whatever comes after it waits too. */
    private final Set<Long> behind = new HashSet<>();

    private final Instant now;

    ReportGroup(
            ReportStore store,
            ReportJudge judge,
            HistoryApi history,
            ObligationsApi obligations,
            OpenRound open,
            List<Incoming> reports,
            List<Integer> waiting,
            Instant now) {
        this.store = store;
        this.judge = judge;
        this.history = history;
        this.obligations = obligations;
        this.now = now;
        this.open = open;
        this.reports = reports;
        this.waiting = waiting;
    }

    /** By the order of the keys, so that two groups with the same places wait for each other instead of crosswise. */
    ReportGroup write() {
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
            if (standing.place().code() != null) {
                byCode.merge(standing.place().code(), standing, ReportGroup::meant);
            }
        }
        for (int n : waiting) {
            Incoming incoming = reports.get(n);
            judge(n, incoming, incoming.code() == null ? byKey.get(incoming.place()) : byCode.get(incoming.code()));
        }
    }

    /** Of two places with one code the one that is asked in this round, otherwise the one that ends later. */
    private static StandingReport meant(StandingReport one, StandingReport other) {
        if (one.isAsked() != other.isAsked()) {
            return one.isAsked() ? one : other;
        }
        LocalDate ends = one.place().validTo();
        LocalDate otherEnds = other.place().validTo();
        return ends == null || otherEnds != null && ends.isAfter(otherEnds) ? one : other;
    }

    private void judge(int n, Incoming incoming, @Nullable StandingReport standing) {
        try {
            if (standing == null) {
                Object unit = incoming.code() == null ? incoming.place() : incoming.code();
                throw ReportingError.UNKNOWN_PLACE.with(Map.of("unit", unit));
            }
            if (behind.contains(standing.place().key())) {
                later.add(n);
            } else {
                judgeAfterOthers(n, incoming, standing);
            }
        } catch (BusinessException refusal) {
            answers.put(n, Answer.of(refusal));
        }
    }

    /** Against what stands once the group is written; a second revision of one unit waits for the next group. */
    private void judgeAfterOthers(int n, Incoming incoming, StandingReport standing) {
        long place = standing.place().key();
        StandingReport then = written.getOrDefault(place, standing);
        Accepted report = judge.judge(open, incoming, then, now);
        if (report == null) {
            answers.put(n, Answer.of(unchanged(then)));
        } else if (written.containsKey(place)) {
            behind.add(place);
            later.add(n);
        } else {
            accepted.put(n, report);
            written.put(place, report.standingAt(now));
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
            changes.computeIfAbsent(PlaceKey.above(report.place(), level), node -> new TotalsChange(node, open.form()))
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

    /** By the number of the report among those that were given; those that wait for the next group are not there. */
    Map<Integer, Answer> answers() {
        return answers;
    }

    /** Reports that are a further revision of a unit in this group. */
    List<Integer> later() {
        return later;
    }

    /** Somebody else wrote one of these between our reading and our writing; nothing was kept. */
    static final class MeanwhileException extends RuntimeException {
        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
