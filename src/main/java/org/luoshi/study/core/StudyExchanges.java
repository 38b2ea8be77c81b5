package org.luoshi.study.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.PlannedActivity;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.study.core.StudyExchangeStore.Speaker;
import org.luoshi.study.core.StudyReflectionStore.Speech;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exchange meetings: who chose to speak, in which order and for how long, within the length of the meeting. */
@Service
@Transactional
public class StudyExchanges {

    private final StudyExchangeStore store;
    private final StudyReflectionStore reflections;
    private final StudyBranches branches;
    private final BranchApi branch;
    private final OrganizationApi organization;
    private final HistoryApi history;

    StudyExchanges(
            StudyExchangeStore store,
            StudyReflectionStore reflections,
            StudyBranches branches,
            BranchApi branch,
            OrganizationApi organization,
            HistoryApi history) {
        this.store = store;
        this.reflections = reflections;
        this.branches = branches;
        this.branch = branch;
        this.organization = organization;
        this.history = history;
    }

    /** A speaker as the committee wants the list. */
    public record Wanted(UUID reflectionId, int place, int minutes) {}

    /** Meetings of the year that are to come, and those that have a list. */
    @Transactional(readOnly = true)
    public List<StudyExchangeView.Meeting> meetings(StudyPlace place) {
        Set<UUID> listed = new HashSet<>(store.withList(place.branchId()));
        return branch.activities(place.branchId(), place.year()).stream()
                .filter(one -> listed.contains(one.id()) && !one.isCancelled() || one.isOpen())
                .map(one -> new StudyExchangeView.Meeting(
                        one.id(), one.title(), one.startsAt(), one.isOpen(), listed.contains(one.id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public StudyExchangeView view(UUID activityId, Actor viewer) {
        PlannedActivity activity = activity(activityId, viewer);
        Map<UUID, Speaker> speakers = new HashMap<>();
        store.speakers(activityId).forEach(speaker -> speakers.put(speaker.reflectionId(), speaker));
        List<Speech> speeches = reflections.speeches(activity.branchId()).stream()
                .filter(speech -> activity.isOpen() || speakers.containsKey(speech.id()))
                .toList();
        Map<UUID, Person> people =
                organization.people(speeches.stream().map(Speech::authorId).toList());
        List<StudyExchangeView.Line> lines = new ArrayList<>(speeches.stream()
                .map(speech -> line(speech, people.get(speech.authorId()), speakers.get(speech.id())))
                .toList());
        lines.sort(
                Comparator.comparing(StudyExchangeView.Line::place, Comparator.nullsLast(Comparator.naturalOrder())));
        return new StudyExchangeView(
                activityId,
                activity.title(),
                activity.startsAt(),
                minutes(activity.startsAt(), activity.endsAt()),
                activity.isOpen(),
                store.version(activityId),
                lines);
    }

    private static StudyExchangeView.Line line(Speech speech, @Nullable Person person, @Nullable Speaker speaker) {
        return new StudyExchangeView.Line(
                speech.id(),
                person == null ? "" : person.name(),
                speech.title(),
                speech.shared(),
                speaker == null ? null : speaker.place(),
                speaker == null ? null : speaker.minutes());
    }

    private static @Nullable Integer minutes(Instant from, @Nullable Instant to) {
        return to == null ? null : (int) Duration.between(from, to).toMinutes();
    }

    /** Only who chose to speak can be on the list. */
    public void save(UUID activityId, int version, List<Wanted> wanted, Actor actor) {
        PlannedActivity activity = activity(activityId, actor);
        branches.requireKeeper(activity.branchId(), actor);
        if (activity.isCancelled()) {
            throw StudyError.UNKNOWN.with(Map.of("id", activityId));
        }
        Set<UUID> chose = new HashSet<>();
        reflections.speeches(activity.branchId()).forEach(speech -> chose.add(speech.id()));
        List<Speaker> speakers = wanted.stream()
                .filter(one -> chose.contains(one.reflectionId()))
                .sorted(Comparator.comparingInt(Wanted::place))
                .map(one -> new Speaker(one.reflectionId(), one.place(), one.minutes()))
                .toList();
        if (!store.save(activityId, activity.branchId(), version, speakers)) {
            throw StudyError.CHANGED_MEANWHILE.plain();
        }
        history.record(
                new HistoryFact(
                        activity.branchId(),
                        "study.exchange",
                        activityId,
                        "listed",
                        Map.of("title", activity.title(), "count", speakers.size()),
                        null),
                actor);
    }

    /** The branch of a meeting, for somebody who may see it. */
    @Transactional(readOnly = true)
    public UUID branchOf(UUID activityId, Actor viewer) {
        return activity(activityId, viewer).branchId();
    }

    private PlannedActivity activity(UUID id, Actor viewer) {
        PlannedActivity activity = branch.activities(List.of(id)).get(id);
        if (activity == null || !branch.maySee(activity.branchId(), viewer)) {
            throw StudyError.UNKNOWN.with(Map.of("id", id));
        }
        return activity;
    }
}
