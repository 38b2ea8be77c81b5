package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that a plan is made of.
 *
 * @param today the first day on which anything can still be done
 * @param meetingDays the day of each meeting
 * @param minutesADay how much of one task somebody usually does on one day; the latest start follows from it
 */
public record PlanInput(
        LocalDate today,
        WorkDays days,
        Map<UUID, LocalDate> meetingDays,
        List<PlanTask> tasks,
        Map<UUID, PlanPerson> people,
        int minutesADay) {

    public PlanInput {
        meetingDays = Map.copyOf(meetingDays);
        tasks = List.copyOf(tasks);
        people = Map.copyOf(people);
    }

    /** The same with one meeting on another day. */
    public PlanInput withMeetingOn(UUID meetingId, LocalDate day) {
        Map<UUID, LocalDate> moved = new HashMap<>(meetingDays);
        moved.put(meetingId, day);
        return new PlanInput(today, days, moved, tasks, people, minutesADay);
    }

    /** The same with some tasks in other hands. */
    public PlanInput withOwners(Map<UUID, UUID> owners) {
        List<PlanTask> changed = new ArrayList<>(tasks.size());
        for (PlanTask task : tasks) {
            UUID other = owners.get(task.id());
            changed.add(other == null ? task : task.ownedBy(other));
        }
        return new PlanInput(today, days, meetingDays, changed, people, minutesADay);
    }
}
