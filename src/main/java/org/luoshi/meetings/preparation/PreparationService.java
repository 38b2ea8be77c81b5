package org.luoshi.meetings.preparation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MeetingStore;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes tasks: who owns them, what is done, dropped, waited for. Each open task is an obligation of its owner. */
@Service
@Transactional
public class PreparationService {

    private final TaskStore store;
    private final TaskTemplates templates;
    private final TaskDuties duties;
    private final PreparationPool pool;
    private final MeetingStore meetings;
    private final MeetingRights rights;
    private final Attendees attendees;
    private final ObligationsApi obligations;
    private final FilesApi files;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    PreparationService(
            TaskStore store,
            TaskTemplates templates,
            TaskDuties duties,
            PreparationPool pool,
            MeetingStore meetings,
            MeetingRights rights,
            Attendees attendees,
            ObligationsApi obligations,
            FilesApi files,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.duties = duties;
        this.pool = pool;
        this.meetings = meetings;
        this.rights = rights;
        this.attendees = attendees;
        this.obligations = obligations;
        this.files = files;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** The tasks of its kind, each with who had it the last time where they are still here, else with who answers for the meeting. */
    void layDown(Meeting meeting) {
        if (!store.of(meeting.id()).isEmpty()) {
            return;
        }
        Map<String, UUID> before = store.lastOwners(meeting.kind(), meeting.id());
        Map<UUID, PreparationPool.Preparer> preparers = pool.on(today());
        Map<String, UUID> ids = new HashMap<>();
        List<TaskTemplate> wanted = templates.of(meeting.kind());
        wanted.forEach(template -> ids.put(template.code(), TimeOrderedIds.next(clock)));
        int place = 0;
        List<UUID> workers = new ArrayList<>();
        for (TaskTemplate template : wanted) {
            UUID last = before.get(template.code());
            UUID owner = last != null && preparers.containsKey(last) ? last : meeting.ownerId();
            workers.add(owner);
            store.insert(new PreparationTask(
                    ids.getOrDefault(template.code(), new UUID(0, 0)),
                    1,
                    meeting.id(),
                    template.code(),
                    null,
                    place++,
                    owner,
                    template.effort(),
                    template.lead(),
                    template.after().stream()
                            .filter(ids::containsKey)
                            .map(code -> ids.getOrDefault(code, new UUID(0, 0)))
                            .toList(),
                    template.droppable(),
                    template.waits(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    meeting.day(zone)));
        }
        attendees.work(meeting.id(), workers);
        duties.settle(meeting, "");
    }

    /** A task of the office's own, before the meeting and after no other. */
    public UUID add(UUID meetingId, String title, UUID ownerId, int effort, int lead, Actor actor) {
        Meeting meeting = rights.forStep(meetingId, MeetingStep.PREPARE, actor);
        requirePreparer(ownerId);
        requireBetween("effort", effort, 0, 60_000);
        requireBetween("lead", lead, 0, 250);
        String words = MeetingWords.require("title", title, NewMeeting.LONGEST_TITLE);
        files.requireUnmarked(words);
        UUID id = TimeOrderedIds.next(clock);
        int place = store.of(meetingId).size();
        store.insert(new PreparationTask(
                id,
                1,
                meetingId,
                "OWN",
                words,
                place,
                ownerId,
                effort,
                lead,
                List.of(),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                meeting.day(zone)));
        attendees.work(meetingId, List.of(ownerId));
        duties.settle(meeting, "");
        record(require(id), "added", null, actor, Map.of("name", words));
        return id;
    }

    /** How much work it is and how long before the meeting it ends. */
    public void change(UUID taskId, int seenVersion, int effort, int lead, Actor actor) {
        PreparationTask task = forKeeper(taskId, actor);
        requireBetween("effort", effort, 0, 60_000);
        requireBetween("lead", lead, 0, 250);
        if (!store.change(taskId, seenVersion, effort, lead)) {
            throw PreparationError.CHANGED_MEANWHILE.plain();
        }
        duties.settle(meetings.lock(task.meetingId()), "");
        record(task, "changed", null, actor, Map.of("effort", effort, "lead", lead));
    }

    /** Its owner gives it to somebody, or a preparer does. */
    public void handTo(UUID taskId, UUID ownerId, Actor actor) {
        PreparationTask task = forOwner(taskId, actor);
        requirePreparer(ownerId);
        hand(task, ownerId);
        record(task, "handed", null, actor, Map.of("to", name(ownerId)));
    }

    /** For a step that writes one line about many: without a line of its own. */
    void hand(PreparationTask task, UUID ownerId) {
        store.handTo(task.id(), ownerId);
        attendees.work(task.meetingId(), List.of(ownerId));
        Meeting meeting = meetings.find(task.meetingId()).orElseThrow(PreparationError.UNKNOWN::plain);
        obligations.handTo(task.id(), pool.unitOf(ownerId, today(), meeting.unitId()), ownerId);
    }

    public void begin(UUID taskId, Actor actor) {
        PreparationTask task = forOwner(taskId, actor);
        store.begin(taskId, clock.instant());
        record(task, "begun", null, actor, Map.of());
    }

    /** Somebody outside has it now; or has given it back. */
    public void await(UUID taskId, boolean waiting, Actor actor) {
        PreparationTask task = forOwner(taskId, actor);
        store.await(taskId, waiting ? clock.instant() : null);
        record(task, waiting ? "waiting" : "returned", null, actor, Map.of());
    }

    public void finish(UUID taskId, String note, Actor actor) {
        PreparationTask task = forOwner(taskId, actor);
        String words = MeetingWords.optional("note", note, NewMeeting.LONGEST_LINE);
        files.requireUnmarked(words);
        Instant now = clock.instant();
        store.finish(taskId, actor.personId(), words, now);
        obligations.meet(List.of(taskId), TaskDuties.SOURCE, taskId, now, actor);
        duties.settle(meetings.lock(task.meetingId()), "");
        record(task, "done", words.isEmpty() ? null : words, actor, Map.of());
    }

    /** It is left out, with a reason; only what the meeting can be held without. */
    public void drop(UUID taskId, String reason, Actor actor) {
        PreparationTask task = forKeeper(taskId, actor);
        String words = MeetingWords.require("reason", reason, NewMeeting.LONGEST_LINE);
        files.requireUnmarked(words);
        dropQuietly(task, words);
        duties.settle(meetings.lock(task.meetingId()), words);
        record(task, "dropped", words, actor, Map.of());
    }

    void dropQuietly(PreparationTask task, String reason) {
        if (!task.droppable()) {
            throw PreparationError.NOT_DROPPABLE.plain();
        }
        store.drop(task.id(), reason, clock.instant());
        obligations.release(task.id(), reason);
    }

    /** One line for each meeting whose tasks changed hands or fell away in one step. */
    void recordRearranged(Map<UUID, String> changesByMeeting, String reason, Actor actor) {
        changesByMeeting.forEach((meeting, changes) -> history.record(
                new HistoryFact(
                        meeting,
                        "meetings.task",
                        meeting,
                        "rearranged",
                        Map.of("changes", changes),
                        reason.isEmpty() ? null : reason),
                actor));
    }

    String name(PreparationTask task) {
        return duties.name(task);
    }

    private PreparationTask forOwner(UUID taskId, Actor actor) {
        PreparationTask task = open(taskId, actor);
        if (!task.ownerId().equals(actor.personId()) && !MeetingRights.prepares(actor)) {
            throw PreparationError.NOT_YOURS.plain();
        }
        return task;
    }

    private PreparationTask forKeeper(UUID taskId, Actor actor) {
        PreparationTask task = open(taskId, actor);
        rights.forStep(task.meetingId(), MeetingStep.PREPARE, actor);
        return task;
    }

    private PreparationTask open(UUID taskId, Actor actor) {
        UUID meetingId = require(taskId).meetingId();
        rights.visible(meetingId, actor);
        // The meeting first, as whoever moves it does, so that the two never wait for each other.
        Meeting meeting = meetings.lock(meetingId);
        PreparationTask task = store.lock(taskId).orElseThrow(PreparationError.UNKNOWN::plain);
        if (!task.isOpen() || !meeting.isOpenFor(MeetingStep.PREPARE)) {
            throw PreparationError.NOT_OPEN.plain();
        }
        return task;
    }

    PreparationTask require(UUID taskId) {
        return store.find(taskId).orElseThrow(PreparationError.UNKNOWN::plain);
    }

    private void requirePreparer(UUID personId) {
        if (!pool.on(today()).containsKey(personId)) {
            throw PreparationError.NOT_ONE_OF_US.with(Map.of("field", "owner"));
        }
    }

    private String name(UUID personId) {
        PreparationPool.Preparer preparer = pool.on(today()).get(personId);
        return preparer == null ? "—" : preparer.name();
    }

    private static void requireBetween(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw MeetingError.NUMBER_UNREADABLE.with(Map.of("field", field, "least", least, "most", most));
        }
    }

    private void record(
            PreparationTask task, String action, @Nullable String reason, Actor actor, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("task", duties.name(task));
        history.record(new HistoryFact(task.meetingId(), "meetings.task", task.id(), action, details, reason), actor);
    }
}
