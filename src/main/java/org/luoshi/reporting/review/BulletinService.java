package org.luoshi.reporting.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Bulletins: figures frozen to a batch, words of the office, issued once and never changed. */
@Component
public class BulletinService {

    private final BulletinStore store;
    private final BulletinFigures figures;
    private final BulletinWords words;
    private final BatchMoment moments;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final PlaceQueries places;
    private final Senders senders;
    private final HistoryApi history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulletinService(
            BulletinStore store,
            BulletinFigures figures,
            BulletinWords words,
            BatchMoment moments,
            RegimeQueries regimes,
            OpenRounds rounds,
            PlaceQueries places,
            Senders senders,
            HistoryApi history,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.figures = figures;
        this.words = words;
        this.moments = moments;
        this.regimes = regimes;
        this.rounds = rounds;
        this.places = places;
        this.senders = senders;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A draft with the figures of now; the office's business. For a large round it takes some seconds. */
    public Bulletin draw(OpenRound open, long node, String title, Actor actor) {
        return draw(TimeOrderedIds.next(clock), open, node, title, actor);
    }

    /** The same with an id that the caller chose: drawn a second time with that id, it is the first one. */
    public Bulletin draw(UUID id, OpenRound open, long node, String title, Actor actor) {
        requireOffice(actor);
        return store.find(id).orElseGet(() -> drawNew(id, open, node, title, actor));
    }

    private Bulletin drawNew(UUID id, OpenRound open, long node, String title, Actor actor) {
        words.require("title", title, BulletinWords.LONGEST_TITLE);
        BatchMoment.Moment moment = moments.now();
        BulletinContent content = figures.of(open, node, moment.batch(), moment.at());
        return transaction.execute(status -> {
            int number = store.nextNumber(open.regime().id());
            Optional<Bulletin> meanwhile = store.find(id);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            Bulletin bulletin = new Bulletin(
                    id,
                    open.regime().id(),
                    open.round().period(),
                    number,
                    node,
                    title,
                    moment.at(),
                    moment.batch(),
                    content,
                    "",
                    actor.personId(),
                    now(),
                    null,
                    null);
            store.insert(bulletin);
            record(open.regime(), bulletin, "drawn", actor);
            return bulletin;
        });
    }

    /** Takes the figures of a draft again, as they are now. Refused (ISSUED_ALREADY) for an issued one. */
    public void retake(UUID id, Actor actor) {
        Bulletin bulletin = requireDraft(id, actor);
        BatchMoment.Moment moment = moments.now();
        BulletinContent content = figures.of(open(bulletin), bulletin.place(), moment.batch(), moment.at());
        transaction.executeWithoutResult(status -> {
            requireDone(store.retake(id, content, moment));
            record(regimes.require(bulletin.regime()), bulletin, "retaken", actor);
        });
    }

    public void reword(UUID id, String title, String typed, Actor actor) {
        Bulletin bulletin = requireDraft(id, actor);
        words.require("title", title, BulletinWords.LONGEST_TITLE);
        words.require("words", typed, BulletinWords.LONGEST);
        transaction.executeWithoutResult(status -> {
            requireDone(store.reword(id, title, typed));
            record(regimes.require(bulletin.regime()), bulletin, "reworded", actor);
        });
    }

    /** From here on it never changes. Refused (MISSING) without words. */
    public void issue(UUID id, Actor actor) {
        Bulletin bulletin = requireDraft(id, actor);
        words.require("words", bulletin.words(), BulletinWords.LONGEST);
        transaction.executeWithoutResult(status -> {
            requireDone(store.issue("bulletin", id, actor.personId(), now()));
            record(regimes.require(bulletin.regime()), bulletin, "issued", actor);
        });
    }

    /** Computes the figures again out of the reports as of the bulletin's batch: whether they are the same. */
    public boolean isReproduced(Bulletin bulletin) {
        return figures.of(open(bulletin), bulletin.place(), bulletin.asOfBatch(), bulletin.asOf())
                .saysTheSame(bulletin.content());
    }

    /** The place of a unit that is named; 0 for the whole tree. */
    public long place(UUID unitId) {
        return places.ofUnits(java.util.List.of(unitId)).stream()
                .findFirst()
                .map(place -> place.key())
                .orElseThrow(() -> BulletinError.PLACE_UNKNOWN.with(Map.of("field", "unit")));
    }

    private Bulletin requireDraft(UUID id, Actor actor) {
        requireOffice(actor);
        Bulletin bulletin = store.find(id).orElseThrow(BulletinError.UNKNOWN::plain);
        requireDone(!bulletin.isIssued());
        return bulletin;
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

    private OpenRound open(Bulletin bulletin) {
        return rounds.require(regimes.require(bulletin.regime()).key(), bulletin.period());
    }

    private void record(Regime regime, Bulletin bulletin, String action, Actor actor) {
        history.record(
                new HistoryFact(
                        regime.key(),
                        "reporting.bulletin",
                        bulletin.id(),
                        action,
                        Map.of("number", bulletin.number(), "period", bulletin.period()),
                        null),
                actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
