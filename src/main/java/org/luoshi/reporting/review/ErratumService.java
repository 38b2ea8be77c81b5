package org.luoshi.reporting.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Errata: what was said after a bulletin, drafted out of the revisions since, unit by unit with the reasons. */
@Component
public class ErratumService {

    private static final int MOST = 500;

    private final BulletinStore store;
    private final BulletinFigures figures;
    private final BulletinChanges changes;
    private final BulletinWords words;
    private final BatchMoment moments;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final Senders senders;
    private final HistoryApi history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErratumService(
            BulletinStore store,
            BulletinFigures figures,
            BulletinChanges changes,
            BulletinWords words,
            BatchMoment moments,
            RegimeQueries regimes,
            OpenRounds rounds,
            Senders senders,
            HistoryApi history,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.figures = figures;
        this.changes = changes;
        this.words = words;
        this.moments = moments;
        this.regimes = regimes;
        this.rounds = rounds;
        this.senders = senders;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The draft of the next erratum, as of now; the one that is being worked on where there is one. Refused: NOT_YOURS, NOT_ISSUED for a
     * bulletin that can still be changed itself, NOTHING_CHANGED.
     */
    public Erratum draft(UUID bulletinId, Actor actor) {
        requireOffice(actor);
        Bulletin bulletin = store.find(bulletinId).orElseThrow(BulletinError.UNKNOWN::plain);
        if (!bulletin.isIssued()) {
            throw BulletinError.NOT_ISSUED.plain();
        }
        BatchMoment.Moment moment = moments.now();
        return transaction.execute(status -> {
            store.lock(bulletinId);
            List<Erratum> errata = store.errata(bulletinId);
            Optional<Erratum> open =
                    errata.stream().filter(one -> !one.isIssued()).findFirst();
            return open.orElseGet(() -> draft(bulletin, errata, moment, actor));
        });
    }

    private Erratum draft(Bulletin bulletin, List<Erratum> errata, BatchMoment.Moment moment, Actor actor) {
        Regime regime = regimes.require(bulletin.regime());
        OpenRound round = rounds.require(regime.key(), bulletin.period());
        Erratum last = errata.isEmpty() ? null : errata.get(errata.size() - 1);
        long since = last == null ? bulletin.asOfBatch() : last.asOfBatch();
        int count = changes.count(round, bulletin.place(), since, moment.batch());
        if (count == 0) {
            throw BulletinError.NOTHING_CHANGED.plain();
        }
        BulletinPart was =
                last == null ? bulletin.content().all() : last.content().is();
        Erratum erratum = new Erratum(
                TimeOrderedIds.next(clock),
                bulletin.id(),
                errata.size() + 1,
                moment.at(),
                moment.batch(),
                new ErratumContent(
                        was,
                        figures.all(
                                round, bulletin.period(), bulletin.place(), was.name(), moment.batch(), moment.at()),
                        count,
                        changes.of(round, bulletin.place(), since, moment.batch(), MOST)),
                "",
                actor.personId(),
                now(),
                null,
                null);
        store.insert(erratum);
        record(regime, bulletin, erratum, "drafted", actor);
        return erratum;
    }

    public void reword(UUID id, String typed, Actor actor) {
        Erratum erratum = requireDraft(id, actor);
        words.require("words", typed, BulletinWords.LONGEST);
        transaction.executeWithoutResult(status -> {
            requireDone(store.rewordErratum(id, typed));
            record(erratum, "reworded", actor);
        });
    }

    /** From here on it never changes. Refused (MISSING) without words. */
    public void issue(UUID id, Actor actor) {
        Erratum erratum = requireDraft(id, actor);
        words.require("words", erratum.words(), BulletinWords.LONGEST);
        transaction.executeWithoutResult(status -> {
            requireDone(store.issue("erratum", id, actor.personId(), now()));
            record(erratum, "issued", actor);
        });
    }

    private Erratum requireDraft(UUID id, Actor actor) {
        requireOffice(actor);
        Erratum erratum = store.findErratum(id).orElseThrow(BulletinError.UNKNOWN::plain);
        requireDone(!erratum.isIssued());
        return erratum;
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw BulletinError.ISSUED_ALREADY.plain();
        }
    }

    private void requireOffice(Actor actor) {
        if (!senders.isOffice(actor)) {
            throw BulletinError.NOT_YOURS.plain();
        }
    }

    private void record(Erratum erratum, String action, Actor actor) {
        Bulletin bulletin = store.find(erratum.bulletinId()).orElseThrow(BulletinError.UNKNOWN::plain);
        record(regimes.require(bulletin.regime()), bulletin, erratum, action, actor);
    }

    private void record(Regime regime, Bulletin bulletin, Erratum erratum, String action, Actor actor) {
        history.record(
                new HistoryFact(
                        regime.key(),
                        "reporting.erratum",
                        erratum.id(),
                        action,
                        Map.of("number", erratum.number(), "bulletin", bulletin.number(), "period", bulletin.period()),
                        null),
                actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
