package org.luoshi.meetings.agenda;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingFollower;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes agendas: asks units for topics, takes them, vets and orders them. */
@Service
@Transactional
public class AgendaService implements MeetingFollower {

    private static final String SOURCE = "meetings.topic";

    private final TopicStore store;
    private final MeetingRights rights;
    private final ObligationsApi obligations;
    private final AccessApi access;
    private final FilesApi files;
    private final HistoryApi history;
    private final Clock clock;

    AgendaService(
            TopicStore store,
            MeetingRights rights,
            ObligationsApi obligations,
            AccessApi access,
            FilesApi files,
            HistoryApi history,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.obligations = obligations;
        this.access = access;
        this.files = files;
        this.history = history;
        this.clock = clock;
    }

    /** A topic as proposed. */
    public record NewTopic(
            String title,
            String reason,
            String speaker,
            int minutes,
            boolean principal,
            @Nullable UUID unitId,
            Collection<UUID> fileIds) {}

    /** Each of these units owes its topics, or the word that it has none, by then. */
    public void ask(UUID meetingId, Collection<UUID> units, Instant due, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        if (due.isAfter(meeting.startsAt()) || due.isBefore(clock.instant())) {
            throw AgendaError.DUE_TOO_LATE.with(Map.of("field", "due"));
        }
        for (UUID unit : units) {
            store.ask(meetingId, unit, due, actor.personId(), clock.instant());
            obligations.owe(new NewObligation(
                    deskId(meetingId, unit),
                    SOURCE,
                    meetingId,
                    unit,
                    access.postsWith(Role.UNIT_LIAISON, List.of(unit)).isEmpty() ? null : Role.UNIT_LIAISON,
                    null,
                    "propose-topics",
                    meeting.title(),
                    "/meetings/" + meetingId + "/topics",
                    due));
            obligations.move(deskId(meetingId, unit), due, "");
        }
        record(meeting, "asked", null, actor, Map.of("count", units.size()));
    }

    private static UUID deskId(UUID meetingId, UUID unit) {
        return UUID.nameUUIDFromBytes((SOURCE + meetingId + unit).getBytes(StandardCharsets.UTF_8));
    }

    /** By the office, where it stands on the agenda at once, or by a unit that was asked. */
    public UUID propose(UUID meetingId, NewTopic topic, Actor actor) {
        Meeting meeting = rights.visible(meetingId, actor);
        boolean keeper = MeetingRights.mayPrepare(meeting, actor);
        UUID unit = topic.unitId();
        if (!keeper) {
            unit = requireAsked(meetingId, actor, unit);
        }
        if (!meeting.isOpenFor(MeetingStep.PREPARE)) {
            throw MeetingError.NOT_IN_THIS_STATE.with(Map.of("title", meeting.title()));
        }
        if (topic.minutes() < 1 || topic.minutes() > 1440) {
            throw MeetingError.NUMBER_UNREADABLE.with(Map.of("field", "minutes", "least", 1, "most", 1440));
        }
        String title = MeetingWords.require("title", topic.title(), NewMeeting.LONGEST_TITLE);
        String reason = MeetingWords.optional("reason", topic.reason(), NewMeeting.LONGEST_PURPOSE);
        String speaker = MeetingWords.optional("speaker", topic.speaker(), 100);
        files.requireUnmarked(title + "\n" + reason + "\n" + speaker);
        UUID id = TimeOrderedIds.next(clock);
        store.insert(new Topic(
                id,
                1,
                meetingId,
                store.of(meetingId).size() + 1,
                title,
                reason,
                speaker,
                topic.minutes(),
                topic.principal(),
                unit,
                actor.personId(),
                clock.instant(),
                keeper ? Topic.State.ACCEPTED : Topic.State.PROPOSED,
                null));
        store.attach(id, topic.fileIds());
        if (unit != null) {
            answered(meetingId, unit, false, actor);
        }
        record(meeting, keeper ? "accepted" : "proposed", null, actor, Map.of("topic", title));
        return id;
    }

    private UUID requireAsked(UUID meetingId, Actor actor, @Nullable UUID named) {
        return store.requests(meetingId).stream()
                .map(TopicStore.Request::unitId)
                .filter(unit -> actor.unitIds().contains(unit) && (named == null || named.equals(unit)))
                .findFirst()
                .orElseThrow(AgendaError.NOT_ASKED::plain);
    }

    private void answered(UUID meetingId, UUID unit, boolean none, Actor actor) {
        Instant now = clock.instant();
        store.answered(meetingId, unit, actor.personId(), none, now);
        obligations.meet(List.of(deskId(meetingId, unit)), SOURCE, meetingId, now, actor);
    }

    /** A unit signs that it has no topic. */
    public void none(UUID meetingId, Actor actor) {
        Meeting meeting = rights.visible(meetingId, actor);
        UUID unit = requireAsked(meetingId, actor, null);
        answered(meetingId, unit, true, actor);
        record(meeting, "none", null, actor, Map.of());
    }

    /** Accepted, sent back or left for another meeting; for the last two with a reason. */
    public void vet(UUID topicId, Topic.State verdict, String answer, Actor actor) {
        Topic topic = forKeeper(topicId, actor);
        boolean wantsReason = verdict == Topic.State.SENT_BACK || verdict == Topic.State.POSTPONED;
        String words = wantsReason
                ? MeetingWords.require("answer", answer, NewMeeting.LONGEST_LINE)
                : MeetingWords.optional("answer", answer, NewMeeting.LONGEST_LINE);
        files.requireUnmarked(words);
        store.answer(topicId, verdict, words);
        record(
                rights.prepared(topic.meetingId(), actor),
                verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.isEmpty() ? null : words,
                actor,
                Map.of("topic", topic.title()));
    }

    public void change(UUID topicId, int seenVersion, String speaker, int minutes, boolean principal, Actor actor) {
        Topic topic = forKeeper(topicId, actor);
        String words = MeetingWords.optional("speaker", speaker, 100);
        files.requireUnmarked(words);
        if (!store.change(topicId, seenVersion, words, minutes, principal)) {
            throw AgendaError.CHANGED_MEANWHILE.plain();
        }
        record(
                rights.prepared(topic.meetingId(), actor),
                "timed",
                null,
                actor,
                Map.of("topic", topic.title(), "minutes", minutes));
    }

    /** One place up or down among the accepted ones. */
    public void shift(UUID topicId, boolean up, Actor actor) {
        Topic topic = forKeeper(topicId, actor);
        List<Topic> order = new ArrayList<>(store.of(topic.meetingId()).stream()
                .filter(one -> one.state() == Topic.State.ACCEPTED)
                .toList());
        int at = order.indexOf(order.stream()
                .filter(one -> one.id().equals(topicId))
                .findFirst()
                .orElseThrow(AgendaError.UNKNOWN::plain));
        int to = up ? at - 1 : at + 1;
        if (to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, at, to);
        for (int n = 0; n < order.size(); n++) {
            store.place(order.get(n).id(), n + 1);
        }
        record(rights.prepared(topic.meetingId(), actor), "ordered", null, actor, Map.of("topic", topic.title()));
    }

    private Topic forKeeper(UUID topicId, Actor actor) {
        Topic topic = store.find(topicId).orElseThrow(AgendaError.UNKNOWN::plain);
        rights.forStep(topic.meetingId(), MeetingStep.PREPARE, actor);
        return topic;
    }

    @Override
    public void cancelled(Meeting meeting, String reason, Actor actor) {
        obligations.releaseAllOf(SOURCE, meeting.id(), reason);
    }

    @Override
    public void merged(Meeting from, Meeting into, Actor actor) {
        store.moveTo(from.id(), into.id(), store.of(into.id()).size());
        obligations.releaseAllOf(SOURCE, from.id(), into.title());
    }

    @Override
    public void held(Meeting meeting, Actor actor) {
        obligations.releaseAllOf(SOURCE, meeting.id(), meeting.title());
    }

    private void record(
            Meeting meeting, String action, @Nullable String reason, Actor actor, Map<String, Object> more) {
        history.record(
                new HistoryFact(meeting.id(), "meetings.topic", meeting.id(), action, new HashMap<>(more), reason),
                actor);
    }
}
