package org.luoshi.reporting.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bulletins and errata for a reader: drafts are the office's, issued ones are seen by those who see the place they are about. */
@Component
@Transactional(readOnly = true)
public class BulletinQueries {

    private static final int CHANGES = 100;

    private final BulletinStore store;
    private final BulletinChanges changes;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final Senders senders;
    private final OrganizationApi organization;

    BulletinQueries(
            BulletinStore store,
            BulletinChanges changes,
            RegimeQueries regimes,
            OpenRounds rounds,
            Senders senders,
            OrganizationApi organization) {
        this.store = store;
        this.changes = changes;
        this.regimes = regimes;
        this.rounds = rounds;
        this.senders = senders;
        this.organization = organization;
    }

    /** Newest first; all periods, or one. */
    public List<BulletinLine> of(Regime regime, @Nullable LocalDate period, Actor actor) {
        return store.of(regime.id(), period).stream()
                .filter(bulletin -> maySee(bulletin, actor))
                .map(bulletin -> line(regime, bulletin, actor))
                .toList();
    }

    /** Some of all periods, newest first: those with a lower number than {@code before} that the reader may see. */
    public BulletinPage page(Regime regime, int before, int limit, Actor actor) {
        List<Bulletin> found = store.page(regime.id(), before, limit);
        return new BulletinPage(
                found.stream()
                        .filter(bulletin -> maySee(bulletin, actor))
                        .map(bulletin -> line(regime, bulletin, actor))
                        .toList(),
                found.size() < limit ? null : found.get(limit - 1).number());
    }

    /** The bulletins of a round that a unit's report goes into, newest first, as far as the reader may see them. */
    public List<BulletinOfReport> touched(OpenRound open, long place, Actor actor) {
        return store.of(open.regime().id(), open.round().period()).stream()
                .filter(bulletin -> PlaceKey.contains(bulletin.place(), place) && maySee(bulletin, actor))
                .map(bulletin -> new BulletinOfReport(bulletin, changed(open, bulletin, place)))
                .toList();
    }

    private boolean changed(OpenRound open, Bulletin bulletin, long place) {
        return changes.count(open, place, since(bulletin, store.errata(bulletin.id())), Long.MAX_VALUE) > 0;
    }

    private BulletinLine line(Regime regime, Bulletin bulletin, Actor actor) {
        List<Erratum> errata = store.errata(bulletin.id());
        int count = changes.count(open(regime, bulletin), bulletin.place(), since(bulletin, errata), Long.MAX_VALUE);
        return new BulletinLine(bulletin, count, visible(errata, actor));
    }

    /** Refused: UNKNOWN, NOT_YOURS. */
    public BulletinView view(UUID id, Actor actor) {
        Bulletin bulletin = require(id, actor);
        Regime regime = regimes.require(bulletin.regime());
        OpenRound open = open(regime, bulletin);
        List<Erratum> errata = store.errata(id);
        long since = since(bulletin, errata);
        int count = changes.count(open, bulletin.place(), since, Long.MAX_VALUE);
        return new BulletinView(
                regime,
                bulletin,
                count,
                count == 0 ? List.of() : changes.of(open, bulletin.place(), since, Long.MAX_VALUE, CHANGES),
                visible(errata, actor),
                name(bulletin.madeBy()),
                bulletin.issuedBy() == null ? null : name(bulletin.issuedBy()),
                senders.isOffice(actor));
    }

    /** Refused: UNKNOWN, NOT_YOURS. */
    public ErratumView erratum(UUID id, Actor actor) {
        Erratum erratum = store.findErratum(id).orElseThrow(BulletinError.UNKNOWN::plain);
        Bulletin bulletin = require(erratum.bulletinId(), actor);
        if (!erratum.isIssued() && !senders.isOffice(actor)) {
            throw BulletinError.NOT_YOURS.plain();
        }
        return new ErratumView(
                regimes.require(bulletin.regime()),
                bulletin,
                erratum,
                name(erratum.madeBy()),
                erratum.issuedBy() == null ? null : name(erratum.issuedBy()),
                senders.isOffice(actor));
    }

    /** Refused: UNKNOWN, NOT_YOURS. */
    public Bulletin require(UUID id, Actor actor) {
        Bulletin bulletin = store.find(id).orElseThrow(BulletinError.UNKNOWN::plain);
        if (!maySee(bulletin, actor)) {
            throw BulletinError.NOT_YOURS.plain();
        }
        return bulletin;
    }

    private boolean maySee(Bulletin bulletin, Actor actor) {
        return senders.isOffice(actor) || bulletin.isIssued() && senders.maySee(actor, bulletin.place());
    }

    private List<Erratum> visible(List<Erratum> errata, Actor actor) {
        return errata.stream()
                .filter(erratum -> erratum.isIssued() || senders.isOffice(actor))
                .toList();
    }

    private static long since(Bulletin bulletin, List<Erratum> errata) {
        return errata.isEmpty()
                ? bulletin.asOfBatch()
                : errata.get(errata.size() - 1).asOfBatch();
    }

    private OpenRound open(Regime regime, Bulletin bulletin) {
        return rounds.require(regime.key(), bulletin.period());
    }

    private String name(UUID personId) {
        Person person = organization.people(List.of(personId)).get(personId);
        return person == null ? "" : person.name();
    }
}
