package org.luoshi.ledger.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.ledger.core.Permissions;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assessment of units: off until the director turns it on; rules in versions; objections that are answered in thirty days. */
@Service
@Transactional
public class Assessments {

    static final int DAYS_TO_ANSWER = 30;
    static final int LONGEST_REASON = 1_000;
    private static final String KIND = "ledger.assessment";
    private static final UUID SCOPE = new UUID(0, 0xa55e55);

    private final AssessmentStore store;
    private final AssessmentScores scores;
    private final Permissions permissions;
    private final OrganizationApi organization;
    private final AccessApi access;
    private final ObligationsApi obligations;
    private final ObjectionLimits limits;
    private final WorktimeApi worktime;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    Assessments(
            AssessmentStore store,
            AssessmentScores scores,
            Permissions permissions,
            OrganizationApi organization,
            AccessApi access,
            ObligationsApi obligations,
            ObjectionLimits limits,
            WorktimeApi worktime,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.scores = scores;
        this.permissions = permissions;
        this.organization = organization;
        this.access = access;
        this.obligations = obligations;
        this.limits = limits;
        this.worktime = worktime;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isOn() {
        return store.lastSwitch().map(AssessmentSwitch::switchedOn).orElse(false);
    }

    /** Null while nobody has ever turned it. */
    @Transactional(readOnly = true)
    public @Nullable AssessmentSwitch lastSwitch() {
        return store.lastSwitch().orElse(null);
    }

    public void turn(boolean on, String reason, Actor actor) {
        requireDirector(actor);
        String words = FiguresTyped.words("reason", reason, LONGEST_REASON);
        if (isOn() == on) {
            return;
        }
        store.turn(on, words, actor);
        record(SCOPE, on ? "turned-on" : "turned-off", Map.of(), words, actor);
    }

    @Transactional(readOnly = true)
    public List<AssessmentRules> rules(Actor viewer) {
        scope(viewer);
        return store.rules();
    }

    /** Another version; what was assessed before can still be computed by the versions before. */
    public int addRules(AssessmentRules rules, Actor actor) {
        requireDirector(actor);
        FiguresTyped.words("title", rules.title(), BulletinPlan.LONGEST_TITLE);
        FiguresTyped.words("reason", rules.reason(), LONGEST_REASON);
        if (rules.lines().isEmpty()) {
            throw FiguresError.FIELD_MISSING.with(Map.of("field", "lines"));
        }
        rules.requireNumbers();
        if (rules.validFrom().isBefore(store.rules().get(0).validFrom())) {
            throw FiguresError.RULES_VALID_FROM.with(
                    Map.of("field", "validFrom", "date", store.rules().get(0).validFrom()));
        }
        int version = store.addRules(rules, actor);
        record(SCOPE, "rules-added", Map.of("version", version, "from", rules.validFrom()), rules.reason(), actor);
        return version;
    }

    /** In official order: the office sees all units, a unit itself. Refused while it is off. */
    @Transactional(readOnly = true)
    public List<UnitScore> scores(LocalDate until, @Nullable Integer rules, Locale locale, Actor viewer) {
        LedgerScope scope = scope(viewer);
        requireOn();
        return scores.ofYear(until, rules, scope.all() ? null : scope.units(), locale);
    }

    @Transactional(readOnly = true)
    public UnitScore score(UUID unitId, LocalDate until, @Nullable Integer rules, Locale locale, Actor viewer) {
        LedgerScope scope = scope(viewer);
        requireOn();
        if (!scope.all() && !scope.units().contains(unitId)) {
            throw FiguresError.UNKNOWN.plain();
        }
        return scores.ofYear(until, rules, new HashSet<>(Set.of(unitId)), locale).stream()
                .filter(score -> score.unit().key().equals(unitId.toString()))
                .findFirst()
                .orElseThrow(FiguresError.UNKNOWN::plain);
    }

    @Transactional(readOnly = true)
    public AssessmentRules rulesOn(LocalDate day, @Nullable Integer version, Actor viewer) {
        scope(viewer);
        return scores.rules(day, version);
    }

    /** By the head of the unit, against one event of the year, once and in time. */
    public UUID object(
            UUID unitId,
            AssessmentEvent event,
            UUID subjectId,
            @Nullable UUID assignmentId,
            int year,
            String reason,
            Actor actor) {
        requireOn();
        if (!mayObject(unitId, actor)) {
            throw FiguresError.NOT_YOURS.plain();
        }
        String words = FiguresTyped.words("reason", reason, LONGEST_REASON);
        Fact fact = event(unitId, event, subjectId, assignmentId, year);
        limits.now().require(fact);
        UUID id = TimeOrderedIds.next(clock);
        Instant now = clock.instant();
        LocalDate last = LocalDate.ofInstant(now, zone).plusDays(DAYS_TO_ANSWER);
        Instant due = worktime.endOf(last, now).due();
        AssessmentObjection objection = new AssessmentObjection(
                id,
                1,
                unitId,
                fact.itemId(),
                event,
                subjectId,
                assignmentId,
                fact.at(),
                words,
                actor.name(),
                actor.personId(),
                now,
                due,
                AssessmentObjection.State.OPEN,
                null,
                null,
                null);
        try {
            store.insert(objection);
        } catch (DuplicateKeyException already) {
            throw FiguresError.OBJECTED_ALREADY.plain();
        }
        oweAnswer(objection, fact.title());
        record(id, "objected", Map.of("unit", unitName(unitId), "event", event.name()), words, actor);
        return id;
    }

    /** Among those that the unit's page shows today. */
    private Fact event(UUID unitId, AssessmentEvent event, UUID subjectId, @Nullable UUID assignmentId, int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate end = FiguresPeriod.ofYear(year).to();
        if (year > today.getYear()) {
            throw FiguresError.NO_SUCH_EVENT.plain();
        }
        LocalDate until = end.isAfter(today) ? today : end;
        return scores.ofYear(until, null, new HashSet<>(Set.of(unitId)), Locale.ROOT).stream()
                .filter(score -> score.unit().key().equals(unitId.toString()))
                .flatMap(score -> score.entries().stream())
                .filter(entry -> entry.event() == event)
                .map(ScoreEntry::fact)
                .filter(fact -> fact.subjectId().equals(subjectId) && Objects.equals(fact.assignmentId(), assignmentId))
                .findFirst()
                .orElseThrow(FiguresError.NO_SUCH_EVENT::plain);
    }

    private void oweAnswer(AssessmentObjection objection, String title) {
        UUID office = access.postsWith(Role.OFFICE_DIRECTOR).stream()
                .findFirst()
                .flatMap(organization::post)
                .map(Post::unitId)
                .orElse(objection.unitId());
        obligations.owe(new NewObligation(
                objection.id(),
                KIND,
                objection.id(),
                office,
                Role.OFFICE_DIRECTOR,
                null,
                "objection",
                unitName(objection.unitId()) + "　" + title,
                "/ledger/figures/assessment/objections/" + objection.id(),
                objection.due()));
    }

    @Transactional(readOnly = true)
    public AssessmentObjection objection(UUID id, Actor viewer) {
        LedgerScope scope = scope(viewer);
        return store.objection(id)
                .filter(objection -> scope.all() || scope.units().contains(objection.unitId()))
                .orElseThrow(FiguresError.UNKNOWN::plain);
    }

    @Transactional(readOnly = true)
    public List<AssessmentObjection> objections(int year, Actor viewer) {
        LedgerScope scope = scope(viewer);
        FiguresPeriod period = FiguresPeriod.ofYear(year);
        return store.objections(scope.all() ? null : scope.units(), period.start(zone), period.end(zone));
    }

    /** Accepted: the event is taken out, with the reason beside it. Either way the unit reads why. */
    public void answer(UUID id, boolean accepted, String answer, Actor actor) {
        requireDirector(actor);
        AssessmentObjection objection = store.objection(id).orElseThrow(FiguresError.UNKNOWN::plain);
        String words = FiguresTyped.words("answer", answer, LONGEST_REASON);
        if (!store.answer(id, accepted, words, actor)) {
            throw FiguresError.ANSWERED_ALREADY.plain();
        }
        obligations.meet(List.of(id), KIND, id, clock.instant(), actor);
        Map<String, Object> details = Map.of(
                "unit", unitName(objection.unitId()), "event", objection.event().name());
        record(id, accepted ? "objection-accepted" : "objection-refused", details, words, actor);
    }

    public boolean mayObject(UUID unitId, Actor actor) {
        return permissions.actsFor(unitId, Set.of(Role.UNIT_HEAD), actor);
    }

    private String unitName(UUID unitId) {
        return organization.unit(unitId).map(unit -> unit.shortName()).orElse("?");
    }

    private void requireOn() {
        if (!isOn()) {
            throw FiguresError.SWITCHED_OFF.plain();
        }
    }

    private static void requireDirector(Actor actor) {
        if (!actor.has(Role.OFFICE_DIRECTOR)) {
            throw FiguresError.NOT_YOURS.plain();
        }
    }

    private LedgerScope scope(Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        if (!scope.all() && scope.units().isEmpty()) {
            throw FiguresError.NOT_YOURS.plain();
        }
        return scope;
    }

    /** Never under an item, whose time line the other units read too. */
    private void record(
            UUID scopeId, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        history.record(new HistoryFact(scopeId, KIND, scopeId, action, details, reason), actor);
    }
}
