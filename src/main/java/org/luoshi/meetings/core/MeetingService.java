package org.luoshi.meetings.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes meetings: each step in one transaction, with what follows from it in the other parts of the room. */
@Service
@Transactional
public class MeetingService {

    /** Nobody plans further ahead; a year typed wrongly is caught. Ours. */
    private static final Duration FURTHEST = Duration.ofDays(3 * 366L);

    private final MeetingStore store;
    private final MeetingRights rights;
    private final MeetingKinds kinds;
    private final MeetingRuleChecks checks;
    private final List<MeetingFollower> followers;
    private final OrganizationApi organization;
    private final FilesApi files;
    private final HistoryApi history;
    private final MeetingDesk desk;
    private final Clock clock;

    MeetingService(
            MeetingStore store,
            MeetingRights rights,
            MeetingKinds kinds,
            MeetingRuleChecks checks,
            List<MeetingFollower> followers,
            OrganizationApi organization,
            FilesApi files,
            HistoryApi history,
            MeetingDesk desk,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.kinds = kinds;
        this.checks = checks;
        this.followers = List.copyOf(followers);
        this.organization = organization;
        this.files = files;
        this.history = history;
        this.desk = desk;
        this.clock = clock;
    }

    /** A draft, which nobody has to answer yet. */
    public UUID propose(NewMeeting wanted, Actor actor) {
        UUID unit = MeetingRights.unitOf(actor);
        NewMeeting meeting = checked(wanted);
        UUID id = TimeOrderedIds.next(clock);
        store.insert(id, unit, meeting, actor.personId(), clock.instant());
        record(store.lock(id), "proposed", null, actor);
        return id;
    }

    /** While it is a draft. */
    public void change(UUID id, int seenVersion, NewMeeting wanted, Actor actor) {
        Meeting before = rights.forStep(id, MeetingStep.CHANGE, actor);
        NewMeeting meeting = checked(wanted);
        if (before.version() != seenVersion || !store.update(id, seenVersion, meeting, clock.instant())) {
            throw MeetingError.CHANGED_MEANWHILE.plain();
        }
        record(store.lock(id), "changed", null, actor);
    }

    /** Asks for approval; what a rule says must not be is refused here, what is generally not done wants its reason. */
    public void submit(UUID id, Actor actor) {
        Meeting meeting = rights.forStep(id, MeetingStep.SUBMIT, actor);
        requireAhead(meeting.startsAt());
        checks.requirePassing(meeting);
        store.submit(id, actor.personId(), clock.instant());
        Meeting submitted = store.lock(id);
        desk.askForApproval(submitted, actor);
        record(submitted, "submitted", null, actor);
    }

    /** By the director or the leader of the office, never by who submitted it. */
    public void approve(UUID id, Actor actor) {
        Meeting meeting = forDecision(id, MeetingStep.APPROVE, actor);
        checks.requirePassing(meeting);
        store.approve(id, actor.personId(), clock.instant());
        Meeting approved = store.lock(id);
        desk.answered(approved, actor);
        record(approved, "approved", null, actor);
        followers.forEach(follower -> follower.approved(approved, actor));
    }

    /** Back to who proposed it, with a reason. */
    public void returnBack(UUID id, String reason, Actor actor) {
        Meeting meeting = forDecision(id, MeetingStep.RETURN, actor);
        String words = words("reason", reason);
        store.returnBack(id, words, clock.instant());
        desk.answered(meeting, actor);
        desk.tellReturned(meeting, words);
        record(meeting, "returned", words, actor);
    }

    private Meeting forDecision(UUID id, MeetingStep step, Actor actor) {
        rights.visible(id, actor);
        Meeting meeting = store.lock(id);
        if (!MeetingRights.approves(actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        MeetingRights.requireOpen(meeting, step);
        if (actor.personId().equals(meeting.submittedBy())) {
            throw MeetingError.SOMEBODY_ELSE.plain();
        }
        return meeting;
    }

    /**
     * Another time, place, chair or audience, with everything that follows, in one step and one line of the history. Two moves at once: the
     * second sees that the first was there.
     */
    public Meeting move(UUID id, MoveMeeting move, Actor actor) {
        return move(id, move, "", actor);
    }

    /** @param alongside what else was changed in the same step, in words; it stands in the same line of the history */
    public Meeting move(UUID id, MoveMeeting move, String alongside, Actor actor) {
        Meeting before = rights.forStep(id, MeetingStep.MOVE, actor);
        if (before.version() != move.seenVersion()) {
            throw MeetingError.CHANGED_MEANWHILE.plain();
        }
        String reason = words("reason", move.reason());
        MoveMeeting wanted = new MoveMeeting(
                move.seenVersion(),
                move.startsAt(),
                move.endsAt(),
                MeetingWords.require("place", move.place(), NewMeeting.LONGEST_LINE),
                move.chairId(),
                move.audience(),
                reason);
        requireTimes(wanted.startsAt(), wanted.endsAt());
        requireAhead(wanted.startsAt());
        files.requireUnmarked(wanted.place());
        if (wanted.equals(asItIs(before, wanted))) {
            throw MeetingError.NOTHING_MOVES.plain();
        }
        checks.requirePassing(before.moved(wanted));
        store.move(id, wanted, clock.instant());
        Meeting after = store.lock(id);
        followers.forEach(follower -> follower.moved(before, after, wanted, actor));
        record(
                after,
                "moved",
                reason,
                actor,
                Map.of("from", at(before.startsAt()), "fromPlace", before.place(), "alongside", alongside));
        return after;
    }

    private static MoveMeeting asItIs(Meeting meeting, MoveMeeting move) {
        return new MoveMeeting(
                move.seenVersion(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.place(),
                meeting.chairId(),
                meeting.audience(),
                move.reason());
    }

    /** Calls it off; whoever was told is told again. */
    public void cancel(UUID id, String reason, Actor actor) {
        Meeting meeting = rights.forStep(id, MeetingStep.CANCEL, actor);
        String words = words("reason", reason);
        store.cancel(id, words, clock.instant());
        desk.answered(meeting, actor);
        followers.forEach(follower -> follower.cancelled(meeting, words, actor));
        record(meeting, "cancelled", words, actor);
    }

    /** Holds one meeting together with another: its units and people go over. */
    public void merge(UUID id, UUID into, Actor actor) {
        if (id.equals(into)) {
            throw MeetingError.NOT_INTO_ITSELF.plain();
        }
        lockBoth(id, into, actor);
        Meeting from = rights.forStep(id, MeetingStep.MERGE, actor);
        Meeting target = rights.forStep(into, MeetingStep.MERGE, actor);
        store.merge(id, into, clock.instant());
        followers.forEach(follower -> follower.merged(from, target, actor));
        record(from, "merged", null, actor, Map.of("into", target.title()));
        record(target, "took-in", null, actor, Map.of("from", from.title()));
    }

    /** Always in the same order, so that two who merge crosswise do not wait for each other. */
    private void lockBoth(UUID one, UUID other, Actor actor) {
        rights.visible(one, actor);
        rights.visible(other, actor);
        boolean inOrder = one.compareTo(other) < 0;
        store.lock(inOrder ? one : other);
        store.lock(inOrder ? other : one);
    }

    /** It took place: with how many people and how long. */
    public void hold(UUID id, int people, int minutes, Actor actor) {
        Meeting meeting = rights.forStep(id, MeetingStep.HOLD, actor);
        if (meeting.startsAt().isAfter(clock.instant())) {
            throw MeetingError.NOT_YET.with(Map.of("title", meeting.title()));
        }
        requireBetween("people", people, 1, NewMeeting.MOST_PEOPLE);
        requireBetween("minutes", minutes, 1, 14 * 24 * 60);
        store.hold(id, actor.personId(), people, minutes, clock.instant());
        Meeting held = store.lock(id);
        followers.forEach(follower -> follower.held(held, actor));
        record(held, "held", null, actor, Map.of("people", people, "minutes", minutes));
    }

    /** For the part that sends notices: the number of the newest one. */
    public void noticed(UUID id, int number, Actor actor) {
        rights.forStep(id, MeetingStep.PREPARE, actor);
        store.noticed(id, number, clock.instant());
    }

    private NewMeeting checked(NewMeeting wanted) {
        MeetingKind kind =
                kinds.find(wanted.kind()).orElseThrow(() -> MeetingError.CHOICE_UNKNOWN.with(Map.of("field", "kind")));
        if (kind.ended()) {
            throw MeetingError.KIND_ENDED.with(Map.of("field", "kind"));
        }
        requireTimes(wanted.startsAt(), wanted.endsAt());
        requireBetween("people", wanted.expectedPeople(), 1, NewMeeting.MOST_PEOPLE);
        requireBetween("travel", wanted.travelMinutes(), 0, 14 * 24 * 60);
        requirePerson("owner", wanted.ownerId());
        requirePerson("chair", wanted.chairId());
        NewMeeting meeting = new NewMeeting(
                wanted.kind(),
                MeetingWords.require("title", wanted.title(), NewMeeting.LONGEST_TITLE),
                MeetingWords.require("purpose", wanted.purpose(), NewMeeting.LONGEST_PURPOSE),
                wanted.audience(),
                wanted.comprehensive(),
                wanted.principalsRequired(),
                wanted.discussion(),
                wanted.ownerId(),
                wanted.chairId(),
                wanted.startsAt(),
                wanted.endsAt(),
                MeetingWords.require("place", wanted.place(), NewMeeting.LONGEST_LINE),
                wanted.expectedPeople(),
                wanted.travelMinutes(),
                MeetingWords.optional("approval", wanted.approvalReference(), NewMeeting.LONGEST_LINE),
                MeetingWords.optional("reason", wanted.reasonGiven(), NewMeeting.LONGEST_LINE));
        files.requireUnmarked(String.join(
                "\n",
                meeting.title(),
                meeting.purpose(),
                meeting.place(),
                meeting.approvalReference(),
                meeting.reasonGiven()));
        return meeting;
    }

    private void requirePerson(String field, @Nullable UUID personId) {
        if (personId != null && organization.person(personId).isEmpty()) {
            throw MeetingError.CHOICE_UNKNOWN.with(Map.of("field", field));
        }
    }

    private static void requireTimes(Instant startsAt, Instant endsAt) {
        if (!endsAt.isAfter(startsAt)) {
            throw MeetingError.END_BEFORE_START.with(Map.of("field", "to"));
        }
    }

    private void requireAhead(Instant startsAt) {
        Instant now = clock.instant();
        if (!startsAt.isAfter(now)) {
            throw MeetingError.IN_THE_PAST.with(Map.of("field", "day"));
        }
        if (startsAt.isAfter(now.plus(FURTHEST))) {
            throw MeetingError.TOO_FAR_AHEAD.with(Map.of("field", "day"));
        }
    }

    private static void requireBetween(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw MeetingError.NUMBER_UNREADABLE.with(Map.of("field", field, "least", least, "most", most));
        }
    }

    private String words(String field, String text) {
        String words = MeetingWords.require(field, text, NewMeeting.LONGEST_LINE);
        files.requireUnmarked(words);
        return words;
    }

    private static String at(Instant instant) {
        return String.valueOf(Sql.at(instant));
    }

    private void record(Meeting meeting, String action, @Nullable String reason, Actor actor) {
        record(meeting, action, reason, actor, Map.of());
    }

    private void record(
            Meeting meeting, String action, @Nullable String reason, Actor actor, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("title", meeting.title());
        details.put("at", at(meeting.startsAt()));
        details.put("place", meeting.place());
        history.record(new HistoryFact(meeting.id(), "meetings.meeting", meeting.id(), action, details, reason), actor);
    }
}
