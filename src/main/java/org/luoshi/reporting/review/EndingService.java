package org.luoshi.reporting.review;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After the end: what is personal is kept for the days of grace, then one officer asks for its deletion and another confirms it. */
@Component
@Transactional
public class EndingService {

    private static final int LONGEST = 500;
    private static final int MOST_DAYS = 365;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final EndingStore store;
    private final EndingQueries queries;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final Senders senders;
    private final ObligationsApi obligations;
    private final OrganizationApi organization;
    private final AccessApi access;
    private final FilesApi files;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    EndingService(
            EndingStore store,
            EndingQueries queries,
            RegimeQueries regimes,
            OpenRounds rounds,
            Senders senders,
            ObligationsApi obligations,
            OrganizationApi organization,
            AccessApi access,
            FilesApi files,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.regimes = regimes;
        this.rounds = rounds;
        this.senders = senders;
        this.obligations = obligations;
        this.organization = organization;
        this.access = access;
        this.files = files;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    /** Puts the deletion on the desk of the office for every regime that has ended; doing it twice changes nothing. */
    public void propose() {
        regimes.all().stream()
                .filter(regime -> queries.hasEnded(regime) && regime.erasedAt() == null)
                .forEach(this::propose);
    }

    private void propose(Regime regime) {
        unit(regime)
                .ifPresent(unit -> obligations.owe(new NewObligation(
                        deskId(regime),
                        "reporting.ending",
                        regime.key(),
                        unit,
                        Role.OFFICER,
                        null,
                        "erase",
                        regime.title(),
                        "/reporting/ending/" + regime.key(),
                        due(regime))));
    }

    /** Days are added only with a reason. Refused: NOT_YOURS, NOT_ENDED, ASKED_ALREADY, ERASED_ALREADY, DAYS_WRONG, REASON_MISSING. */
    public void keepLonger(UUID key, int days, String typed, Actor actor) {
        Regime regime = requireEnded(key, actor);
        if (days < 1 || days > MOST_DAYS) {
            throw EndingError.DAYS_WRONG.with(Map.of("field", "days", "most", MOST_DAYS));
        }
        String reason = typed.replace("\0", "").strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST) {
            throw EndingError.REASON_MISSING.with(Map.of("field", "reason", "most", LONGEST));
        }
        files.requireUnmarked(reason);
        if (store.ending(regime.id()).askedAt() != null) {
            throw EndingError.ASKED_ALREADY.plain();
        }
        store.keepLonger(TimeOrderedIds.next(clock), regime.id(), days, reason, actor.personId(), now());
        propose(regime);
        obligations.move(deskId(regime), due(regime), reason);
        record(regime, "kept-longer", Map.of("days", days), reason, actor);
    }

    /** The first of two. Refused: NOT_YOURS, NOT_ENDED, NOT_DUE, ASKED_ALREADY, ERASED_ALREADY. */
    public void ask(UUID key, Actor actor) {
        Regime regime = requireEnded(key, actor);
        if (queries.today().isBefore(queries.eraseOn(regime))) {
            throw EndingError.NOT_DUE.with(Map.of("day", queries.eraseOn(regime)));
        }
        if (!store.ask(regime.id(), actor.personId(), now())) {
            throw EndingError.ASKED_ALREADY.plain();
        }
        record(regime, "asked", Map.of(), null, actor);
    }

    /** Whoever asked, or another, thinks again; nothing was deleted yet. */
    public void takeBack(UUID key, Actor actor) {
        Regime regime = requireEnded(key, actor);
        requireAsked(regime);
        store.takeBack(regime.id());
        record(regime, "taken-back", Map.of(), null, actor);
    }

    /**
     * The second pair of eyes: from here on nothing is taken or reviewed for the regime, and {@link EndingWork} may run. Refused:
     * NOT_YOURS, NOT_ENDED, NOT_ASKED, SECOND_EYES, ERASED_ALREADY.
     */
    public Regime confirm(UUID key, Actor actor) {
        Regime regime = requireEnded(key, actor);
        if (actor.personId().equals(requireAsked(regime).askedBy())) {
            throw EndingError.SECOND_EYES.plain();
        }
        if (!store.confirm(regime.id(), actor.personId(), now())) {
            throw EndingError.ERASED_ALREADY.plain();
        }
        rounds.forget();
        record(regime, "confirmed", Map.of(), null, actor);
        return regimes.require(key);
    }

    /** What was removed in one step of the work. */
    void removed(Regime regime, long reports, int drafts, int links, int contacts) {
        store.removed(regime.id(), reports, drafts, links, contacts, null);
    }

    /** The end of the work, with the counts of all its steps. */
    Ending done(Regime regime, Actor actor) {
        store.removed(regime.id(), 0, 0, 0, 0, now());
        Ending ending = store.ending(regime.id());
        obligations
                .find(List.of(deskId(regime)))
                .forEach(owed ->
                        obligations.meet(List.of(deskId(regime)), "reporting.ending", deskId(regime), now(), actor));
        obligations.releaseAllOf("reporting.regime", regime.key(), "erased");
        record(
                regime,
                "erased",
                Map.of(
                        "reports", ending.reports(),
                        "drafts", ending.drafts(),
                        "links", ending.links(),
                        "contacts", ending.contacts()),
                null,
                actor);
        return ending;
    }

    static UUID deskId(Regime regime) {
        return UUID.nameUUIDFromBytes((regime.key() + "/ending").getBytes(StandardCharsets.UTF_8));
    }

    private Regime requireEnded(UUID key, Actor actor) {
        if (!senders.isOffice(actor)) {
            throw EndingError.NOT_YOURS.plain();
        }
        Regime regime = regimes.require(key);
        if (!queries.hasEnded(regime)) {
            throw EndingError.NOT_ENDED.with(Map.of("day", regime.end()));
        }
        if (regime.erasedAt() != null) {
            throw EndingError.ERASED_ALREADY.plain();
        }
        return regime;
    }

    private Ending requireAsked(Regime regime) {
        Ending ending = store.ending(regime.id());
        if (ending.askedAt() == null) {
            throw EndingError.NOT_ASKED.plain();
        }
        return ending;
    }

    private Instant due(Regime regime) {
        return queries.eraseOn(regime).atTime(END_OF_DAY).atZone(zone).toInstant();
    }

    /** The unit of the officer who drew the regime up, else the first that has officers. */
    private Optional<UUID> unit(Regime regime) {
        return access.actor(regime.draftedBy()).seats().stream()
                .filter(seat -> seat.roles().contains(Role.OFFICER))
                .map(Seat::unitId)
                .findFirst()
                .or(() -> organization.posts(access.postsWith(Role.OFFICER)).values().stream()
                        .map(Post::unitId)
                        .findFirst());
    }

    private void record(
            Regime regime, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        Map<String, Object> all = new HashMap<>(details);
        all.put("title", regime.title());
        history.record(new HistoryFact(regime.key(), "reporting.ending", regime.key(), action, all, reason), actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
