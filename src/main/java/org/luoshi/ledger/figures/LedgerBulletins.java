package org.luoshi.ledger.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.history.HistoryLine;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Period bulletins: drafted by one, issued and frozen by another, and corrected only by another edition that says what changed and why. */
@Service
@Transactional
public class LedgerBulletins {

    private static final int LONGEST_REASON = 1_000;

    /** The issue is the last thing that happens to a bulletin. */
    private static final int LINES = 5;

    private final LedgerBulletinStore store;
    private final BulletinFreezing freezing;
    private final Freezer freezer;
    private final OrganizationApi organization;
    private final Assessments assessments;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    LedgerBulletins(
            LedgerBulletinStore store,
            BulletinFreezing freezing,
            Freezer freezer,
            OrganizationApi organization,
            Assessments assessments,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.freezing = freezing;
        this.freezer = freezer;
        this.organization = organization;
        this.assessments = assessments;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<BulletinEntry> list(Actor viewer) {
        LedgerScope scope = scope(viewer);
        return store.list(scope.all());
    }

    /** What is issued is for the leaders and the units too; drafts are the office's. */
    @Transactional(readOnly = true)
    public LedgerBulletin require(UUID id, Actor viewer) {
        LedgerScope scope = scope(viewer);
        return store.find(id)
                .filter(bulletin -> bulletin.isIssued() || scope.all())
                .map(this::proved)
                .orElseThrow(FiguresError.UNKNOWN::plain);
    }

    /** Whoever can rewrite a row can rewrite its hash as well: the history, which is sealed, has the one of its issue. */
    private LedgerBulletin proved(LedgerBulletin bulletin) {
        String hash = bulletin.hash();
        if (hash == null || !bulletin.fits()) {
            return bulletin;
        }
        boolean noted = history.of(bulletin.id(), LINES).stream()
                .map(HistoryLine::details)
                .anyMatch(details ->
                        hash.equals(details.get("hash")) && bulletin.noted().equals(details.get("number")));
        return bulletin.fitting(noted);
    }

    /** A draft that the actor may change. */
    @Transactional(readOnly = true)
    public LedgerBulletin requireDraft(UUID id, Actor actor) {
        requireDrafter(actor);
        return requireDraft(id);
    }

    private LedgerScope scope(Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        if (!FigureReaders.readsAllLines(scope) && scope.units().isEmpty()) {
            throw FiguresError.NOT_YOURS.plain();
        }
        return scope;
    }

    public UUID draft(BulletinPlan plan, Actor actor) {
        requireDrafter(actor);
        requireAssessmentFor(plan.scores());
        UUID id = TimeOrderedIds.next(clock);
        store.insert(id, plan, null, null, actor);
        note(id, "drafted", plan.title(), null, actor);
        return id;
    }

    /** Whoever changed it last counts as its drafter: another person issues it. */
    public void revise(UUID id, int seenVersion, BulletinPlan plan, Actor actor) {
        requireDrafter(actor);
        requireDraft(id);
        requireAssessmentFor(plan.scores());
        if (!store.update(id, seenVersion, plan, actor)) {
            throw FiguresError.CHANGED_MEANWHILE.plain();
        }
        note(id, "revised", plan.title(), null, actor);
    }

    public void discard(UUID id, int seenVersion, Actor actor) {
        requireDrafter(actor);
        LedgerBulletin draft = requireDraft(id);
        if (!store.delete(id, seenVersion)) {
            throw FiguresError.CHANGED_MEANWHILE.plain();
        }
        note(id, "discarded", draft.title(), null, actor);
    }

    /** Takes all figures in one reading of the ledger and freezes them with the rows behind each. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void issue(UUID id, int seenVersion, Locale locale, Actor actor) {
        requireDirector(actor);
        LedgerBulletin draft = requireDraft(id);
        if (draft.drafterId().equals(actor.personId())) {
            throw FiguresError.SECOND_PERSON.plain();
        }
        if (draft.version() != seenVersion) {
            throw FiguresError.CHANGED_MEANWHILE.plain();
        }
        requireAssessmentFor(draft.scores());
        FrozenContent before = draft.correctsId() == null
                ? null
                : store.find(draft.correctsId()).map(LedgerBulletin::content).orElse(null);
        BulletinFreezing.Taken taken = freezing.take(draft, before, locale);
        Freezer.Frozen frozen = freezer.freeze(taken.content(), taken.evidence());
        String number = keep(draft, frozen, actor);
        Map<String, Object> details = Map.of("title", draft.title(), "number", number, "hash", frozen.hash());
        record(id, draft.edition() == 1 ? "issued" : "corrected", details, draft.reason(), actor);
    }

    /** The reading of the ledger is of one instant and cannot see the number or the step that somebody else took since: that is tried again. */
    private String keep(LedgerBulletin draft, Freezer.Frozen frozen, Actor actor) {
        Integer known = draft.year();
        int year = known == null ? LocalDate.now(clock.withZone(zone)).getYear() : known;
        Integer given = draft.sequence();
        try {
            int sequence = given == null ? store.nextNumber(year) : given;
            if (!store.issue(draft, year, sequence, frozen, actor)) {
                throw FiguresError.CHANGED_MEANWHILE.plain();
            }
            return LedgerBulletin.number(year, sequence, draft.edition());
        } catch (DuplicateKeyException | ConcurrencyFailureException meanwhile) {
            throw FiguresError.CHANGED_MEANWHILE.plain();
        }
    }

    /** Drafts the next edition of an issued bulletin, with the reason that it will state. */
    public UUID correct(UUID id, String reason, Actor actor) {
        requireDrafter(actor);
        LedgerBulletin wrong = store.find(id).orElseThrow(FiguresError.UNKNOWN::plain);
        if (!wrong.isIssued()) {
            throw FiguresError.NOT_ISSUED.plain();
        }
        String words = FiguresTyped.words("reason", reason, LONGEST_REASON);
        UUID next = TimeOrderedIds.next(clock);
        boolean scores = wrong.scores() && assessments.isOn();
        BulletinPlan plan =
                new BulletinPlan(wrong.title(), wrong.period(), wrong.groupings(), wrong.opinions(), scores);
        try {
            store.insert(next, plan, wrong, words, actor);
        } catch (DuplicateKeyException already) {
            throw FiguresError.CORRECTED_ALREADY.plain();
        }
        note(next, "correction-drafted", wrong.title(), words, actor);
        return next;
    }

    /** The draft with the figures as they would be frozen now. */
    @Transactional(readOnly = true)
    public FrozenContent preview(LedgerBulletin draft, Locale locale) {
        FrozenContent before = draft.correctsId() == null
                ? null
                : store.find(draft.correctsId()).map(LedgerBulletin::content).orElse(null);
        return freezing.take(draft, before, locale).content();
    }

    /** The frozen rows behind a figure; for the office and the auditor. */
    @Transactional(readOnly = true)
    public List<FrozenFact> rows(
            UUID id, FigureGrouping grouping, @Nullable String key, Measure measure, Side side, Actor viewer) {
        return freezer.evidence(storedEvidence(id, viewer)).stream()
                .filter(row -> row.fact().isBehind(measure, side))
                .filter(row -> key == null || row.fact().key(grouping).equals(key))
                .toList();
    }

    /** The whole set as it was hashed: what is read, a line end, the rows. */
    @Transactional(readOnly = true)
    public String frozenSet(UUID id, Actor viewer) {
        String evidence = storedEvidence(id, viewer);
        return store.storedContent(id).orElseThrow(FiguresError.NOT_ISSUED::plain) + "\n" + evidence;
    }

    private String storedEvidence(UUID id, Actor viewer) {
        if (!LedgerScope.of(viewer, organization).all()) {
            throw FiguresError.NOT_YOURS.plain();
        }
        return store.evidence(id).orElseThrow(FiguresError.UNKNOWN::plain);
    }

    private LedgerBulletin requireDraft(UUID id) {
        LedgerBulletin bulletin = store.find(id).orElseThrow(FiguresError.UNKNOWN::plain);
        if (bulletin.isIssued()) {
            throw FiguresError.ISSUED_ALREADY.plain();
        }
        return bulletin;
    }

    /** While units are not assessed no bulletin gives scores. */
    private void requireAssessmentFor(boolean scores) {
        if (scores && !assessments.isOn()) {
            throw FiguresError.SWITCHED_OFF.plain();
        }
    }

    public static boolean mayDraft(Actor actor) {
        return actor.has(Role.OFFICER) || actor.has(Role.OFFICE_DIRECTOR);
    }

    static void requireDrafter(Actor actor) {
        if (!mayDraft(actor)) {
            throw FiguresError.NOT_YOURS.plain();
        }
    }

    private static void requireDirector(Actor actor) {
        if (!actor.has(Role.OFFICE_DIRECTOR)) {
            throw FiguresError.NOT_YOURS.plain();
        }
    }

    private void note(UUID id, String action, String title, @Nullable String reason, Actor actor) {
        record(id, action, Map.of("title", title), reason, actor);
    }

    private void record(UUID id, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        history.record(new HistoryFact(id, "ledger.bulletin", id, action, details, reason), actor);
    }
}
