package org.luoshi.meetings.preparation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Gives many tasks into other hands and leaves some out, as part of a larger step that locks the meetings of all of them first. */
@Component
class TaskHandover {

    private final PlanningDesk planning;
    private final PreparationService preparation;
    private final PreparationPool pool;
    private final TaskStore tasks;
    private final MeetingRights rights;

    TaskHandover(
            PlanningDesk planning,
            PreparationService preparation,
            PreparationPool pool,
            TaskStore tasks,
            MeetingRights rights) {
        this.planning = planning;
        this.preparation = preparation;
        this.pool = pool;
        this.tasks = tasks;
        this.rights = rights;
    }

    /** The meetings of these tasks and these meetings, if the actor prepares them all; always locked in the same order. */
    Map<UUID, Meeting> lock(Map<UUID, UUID> taken, List<UUID> dropped, Collection<UUID> meetings, Actor actor) {
        Stream<UUID> ofTasks = Stream.concat(taken.keySet().stream(), dropped.stream())
                .map(task -> preparation.require(task).meetingId());
        return Stream.concat(ofTasks, meetings.stream())
                .distinct()
                .sorted()
                .map(meeting -> rights.forStep(meeting, MeetingStep.PREPARE, actor))
                .collect(Collectors.toMap(Meeting::id, meeting -> meeting));
    }

    /** What changed, in words, by meeting. */
    Map<UUID, String> change(Map<UUID, UUID> taken, List<UUID> dropped, String reason) {
        Map<UUID, List<String>> changes = new HashMap<>();
        Map<UUID, PreparationPool.Preparer> preparers = taken.isEmpty() ? Map.of() : pool.on(planning.today());
        taken.forEach((taskId, ownerId) -> {
            PreparationTask task = open(taskId);
            PreparationPool.Preparer taker = preparers.get(ownerId);
            if (taker == null) {
                throw PreparationError.NOT_ONE_OF_US.plain();
            }
            preparation.hand(task, ownerId);
            changes.computeIfAbsent(task.meetingId(), unused -> new ArrayList<>())
                    .add(preparation.name(task) + "→" + taker.name());
        });
        for (UUID taskId : dropped) {
            PreparationTask task = open(taskId);
            preparation.dropQuietly(task, reason);
            changes.computeIfAbsent(task.meetingId(), unused -> new ArrayList<>())
                    .add(preparation.name(task) + "×");
        }
        Map<UUID, String> words = new HashMap<>();
        changes.forEach((meeting, list) -> words.put(meeting, String.join("、", list)));
        return words;
    }

    private PreparationTask open(UUID taskId) {
        return tasks.lock(taskId).filter(PreparationTask::isOpen).orElseThrow(PreparationError.NOT_OPEN::plain);
    }
}
