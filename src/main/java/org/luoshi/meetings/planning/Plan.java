package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A plan of all tasks: who works on what and when, and where it is too much. */
public final class Plan {

    private final PlanInput input;
    private final Map<UUID, PlannedTask> tasks;
    private final Loads loads;

    Plan(PlanInput input, Map<UUID, PlannedTask> tasks, Loads loads) {
        this.input = input;
        this.tasks = tasks;
        this.loads = loads;
    }

    public PlanInput input() {
        return input;
    }

    /** By task. */
    public Map<UUID, PlannedTask> tasks() {
        return tasks;
    }

    /** Tasks of one meeting in the order in which they were put in. */
    public List<PlannedTask> of(UUID meetingId) {
        return tasks.values().stream()
                .filter(planned -> planned.task().meetingId().equals(meetingId))
                .toList();
    }

    /** Every day on which somebody has too much, by person and day. */
    public List<Overload> overloads() {
        return loads.overloads(input);
    }

    /** Minutes of somebody on each day that has any. */
    public SortedMap<LocalDate, Integer> loadOf(UUID personId) {
        SortedMap<LocalDate, Integer> minutes = new TreeMap<>();
        int[] row = loads.of(personId);
        for (int day = 0; row != null && day < row.length; day++) {
            if (row[day] > 0) {
                minutes.put(input.days().day(day), row[day]);
            }
        }
        return minutes;
    }

    /** What somebody could still take on between two days, both included. */
    public int roomOf(UUID personId, LocalDate from, LocalDate to) {
        return loads.room(
                personId, input.days().at(from.minusDays(1)) + 1, input.days().at(to));
    }

    /** Tasks of a meeting that are late, in their order. */
    public List<PlannedTask> late(UUID meetingId) {
        return of(meetingId).stream().filter(PlannedTask::late).toList();
    }

    static Map<UUID, PlannedTask> inOrder(PlanInput input, Map<UUID, PlannedTask> planned) {
        Map<UUID, PlannedTask> sorted = new LinkedHashMap<>();
        input.tasks().forEach(task -> {
            PlannedTask one = planned.get(task.id());
            if (one != null) {
                sorted.put(task.id(), one);
            }
        });
        return sorted;
    }
}
