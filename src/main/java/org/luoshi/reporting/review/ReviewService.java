package org.luoshi.reporting.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReviewMark;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.reporting.totals.SilentContacts;
import org.luoshi.reporting.totals.SilentUnit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Levels look at the reports below them. Nothing waits for it: figures count as they are and unreviewed ones are shown as such. */
@Component
public class ReviewService {

    private static final int LONGEST = 500;
    private static final int TRIES = 4;
    private static final Duration DAY = Duration.ofDays(1);

    private final ReviewStore store;
    private final ReviewLevels levels;
    private final PlaceQueries places;
    private final SilentContacts contacts;
    private final FilesApi files;
    private final NoticesApi notices;
    private final ObligationsApi obligations;
    private final HistoryApi history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewService(
            ReviewStore store,
            ReviewLevels levels,
            PlaceQueries places,
            SilentContacts contacts,
            FilesApi files,
            NoticesApi notices,
            ObligationsApi obligations,
            HistoryApi history,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.levels = levels;
        this.places = places;
        this.contacts = contacts;
        this.files = files;
        this.notices = notices;
        this.obligations = obligations;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Refused: NOT_YOURS, OWN_REPORT, WORDS_MISSING for a question or note without words, TOO_LONG, NOTHING_THERE where the unit has not
     * reported, REVISED_MEANWHILE where another revision stands than was looked at, ERASED.
     */
    public void review(OpenRound open, NewReview typed, Actor actor) {
        review(open, typed, TimeOrderedIds.next(clock), actor);
    }

    /** The same with an id that the caller chose: made a second time with that id, nothing happens. */
    public void review(OpenRound open, NewReview typed, UUID id, Actor actor) {
        NewReview review =
                new NewReview(typed.place(), typed.seenRevision(), typed.kind(), cleaned(typed.kind(), typed.words()));
        requireAlive(open);
        long level = levels.require(actor, review.place());
        retried(() -> new One(id, open, review, level, actor).keep());
    }

    /** Confirms all at or below a place that nobody has looked at and that was there at that instant; returns how many. */
    public int confirmAll(OpenRound open, long node, Instant seen, Actor actor) {
        requireAlive(open);
        long level = levels.requireOver(actor, node);
        List<Long> own = levels.own(actor);
        return retried(() -> confirmAll(open, node, own, seen, level, actor));
    }

    /** In one transaction; begun anew where somebody else wrote the same rows meanwhile. */
    private int retried(IntSupplier what) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.execute(status -> what.getAsInt());
            } catch (PessimisticLockingFailureException meanwhile) {
                if (tries >= TRIES) {
                    throw ReviewError.REVISED_MEANWHILE.with(Map.of("name", ""));
                }
            }
        }
    }

    private int confirmAll(OpenRound open, long node, List<Long> own, Instant seen, long level, Actor actor) {
        int count = store.confirmAll(open, node, own, seen, level, actor, now());
        if (count > 0) {
            String name = places.find(node).map(place -> place.name()).orElse("");
            record(open, "all-confirmed", Map.of("count", count, "unit", name), null, actor);
        }
        return count;
    }

    private String cleaned(ReviewKind kind, String typed) {
        String words = typed.replace("\0", "").strip();
        if (words.isEmpty() && kind != ReviewKind.CONFIRMED) {
            throw ReviewError.WORDS_MISSING.with(Map.of("field", "words"));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw ReviewError.TOO_LONG.with(Map.of("field", "words", "most", LONGEST));
        }
        files.requireUnmarked(words);
        return words;
    }

    private static void requireAlive(OpenRound open) {
        if (open.regime().erasedAt() != null) {
            throw ReviewError.ERASED.with(Map.of("title", open.regime().title()));
        }
    }

    private void record(
            OpenRound open, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        Map<String, Object> all = new HashMap<>(details);
        all.put("period", open.round().period());
        history.record(
                new HistoryFact(
                        open.regime().key(), "reporting.review", open.regime().key(), action, all, reason),
                actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One review in one transaction. */
    private final class One {

        private final OpenRound open;
        private final NewReview review;
        private final long level;
        private final Actor actor;
        private final UUID id;

        One(UUID id, OpenRound open, NewReview review, long level, Actor actor) {
            this.id = id;
            this.open = open;
            this.review = review;
            this.level = level;
            this.actor = actor;
        }

        int keep() {
            String name = places.require(review.place()).name();
            ReviewStore.Standing standing = store.lock(open, review.place())
                    .filter(obligation -> obligation.kind() > 0)
                    .orElseThrow(() -> ReviewError.NOTHING_THERE.with(Map.of("name", name)));
            if (store.has(id)) {
                return 0;
            }
            if (standing.revision() != review.seenRevision()) {
                throw ReviewError.REVISED_MEANWHILE.with(Map.of("name", name));
            }
            store.insert(id, open, review, level, actor, now());
            mark(standing);
            record(
                    open,
                    review.kind().name().toLowerCase(Locale.ROOT),
                    Map.of("unit", name, "revision", review.seenRevision()),
                    review.words().isEmpty() ? null : review.words(),
                    actor);
            return 1;
        }

        private void mark(ReviewStore.Standing standing) {
            switch (review.kind()) {
                case CONFIRMED -> {
                    change(standing, ReviewMark.CONFIRMED);
                    if (standing.review() == ReviewMark.QUESTIONED && standing.desk()) {
                        obligations.meet(List.of(deskId()), "reporting.review", id, now(), actor);
                    }
                }
                case QUESTIONED -> {
                    change(standing, ReviewMark.QUESTIONED);
                    if (standing.desk()) {
                        obligations.reopen(deskId(), nextCutOff(), review.words());
                    }
                    tell();
                }
                case NOTED -> {
                    // The mark stays as it is.
                }
            }
        }

        private void change(ReviewStore.Standing standing, short mark) {
            if (standing.review() != mark) {
                store.mark(open, review.place(), mark);
            }
            store.count(
                    open,
                    review.place(),
                    is(mark, ReviewMark.CONFIRMED) - is(standing.review(), ReviewMark.CONFIRMED),
                    is(mark, ReviewMark.QUESTIONED) - is(standing.review(), ReviewMark.QUESTIONED));
        }

        private static int is(int mark, short wanted) {
            return mark == wanted ? 1 : 0;
        }

        private UUID deskId() {
            return RoundMaker.deskId(open.regime(), open.round().period(), review.place());
        }

        /** A question after the cut-off is answered by the next hour of that kind, so that nobody is late by being asked. */
        private Instant nextCutOff() {
            Instant due = open.round().due();
            while (!due.isAfter(now())) {
                due = due.plus(DAY);
            }
            return due;
        }

        private void tell() {
            for (SilentUnit unit : contacts.of(List.of(review.place()))) {
                if (unit.hasAccount()) {
                    notices.tell(new NewNotice(
                            unit.people(),
                            "reporting.notice.questioned",
                            Map.of(
                                    "title", open.regime().title(),
                                    "period", open.round().period().toString(),
                                    "name", unit.name(),
                                    "by", actor.name(),
                                    "reason", review.words()),
                            "/reporting/fill/" + open.regime().key() + "/"
                                    + open.round().period() + "/" + unit.key(),
                            id,
                            "reporting-questioned"));
                }
            }
        }
    }
}
