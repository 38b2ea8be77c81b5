package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Plans backwards: a task ends before its successors begin and so many working days before its meeting; it lies as late as it can and moves
 * earlier where its owner has no room. What does not fit is put where it has to be done all the same and shows as an overload.
 */
public final class Planner {

    private Planner() {}

    /** @throws IllegalArgumentException where tasks wait for each other in a circle */
    public static Plan plan(PlanInput input) {
        return new Sweep(input).run();
    }

    /** One run over all tasks. */
    private static final class Sweep {

        private final PlanInput input;
        private final Loads loads;
        private final int today;
        private final Map<UUID, PlanTask> byId = new HashMap<>();
        private final Map<UUID, List<UUID>> successors = new HashMap<>();
        private final Map<UUID, Integer> latestFinish = new HashMap<>();
        private final Map<UUID, Integer> begins = new HashMap<>();
        private final Map<UUID, PlannedTask> planned = new HashMap<>();

        Sweep(PlanInput input) {
            this.input = input;
            this.loads = new Loads(input);
            this.today = input.days().at(input.today().minusDays(1)) + 1;
            input.tasks().forEach(task -> byId.put(task.id(), task));
            input.tasks()
                    .forEach(task -> task.predecessors().forEach(before -> {
                        if (byId.containsKey(before)) {
                            successors
                                    .computeIfAbsent(before, unused -> new ArrayList<>())
                                    .add(task.id());
                        }
                    }));
        }

        Plan run() {
            List<PlanTask> backwards = backwards();
            backwards.forEach(task -> latestFinish.put(task.id(), latestFinish(task)));
            List<PlanTask> order = new ArrayList<>(backwards);
            Map<UUID, Integer> depth = new HashMap<>();
            for (int n = 0; n < backwards.size(); n++) {
                depth.put(backwards.get(n).id(), n);
            }
            order.sort(Comparator.comparing((PlanTask task) -> finish(task))
                    .reversed()
                    .thenComparing(task -> depth.getOrDefault(task.id(), 0)));
            order.forEach(this::place);
            return new Plan(input, Plan.inOrder(input, planned), loads);
        }

        private int finish(PlanTask task) {
            return latestFinish.getOrDefault(task.id(), 0);
        }

        /** Successors before their predecessors. */
        private List<PlanTask> backwards() {
            Map<UUID, Integer> open = new HashMap<>();
            Deque<PlanTask> ready = new ArrayDeque<>();
            for (PlanTask task : input.tasks()) {
                int after = successors.getOrDefault(task.id(), List.of()).size();
                open.put(task.id(), after);
                if (after == 0) {
                    ready.add(task);
                }
            }
            List<PlanTask> order = new ArrayList<>(input.tasks().size());
            while (!ready.isEmpty()) {
                PlanTask task = ready.poll();
                order.add(task);
                for (UUID before : task.predecessors()) {
                    PlanTask earlier = byId.get(before);
                    if (earlier != null && open.merge(before, -1, Integer::sum) == 0) {
                        ready.add(earlier);
                    }
                }
            }
            if (order.size() < input.tasks().size()) {
                throw new IllegalArgumentException("Tasks wait for each other in a circle");
            }
            return order;
        }

        /** As a number of a working day; below {@code today} where it should have been done already. */
        private int latestFinish(PlanTask task) {
            LocalDate meetingDay = input.meetingDays().get(task.meetingId());
            if (meetingDay == null) {
                throw new IllegalArgumentException("No day for the meeting of " + task.id());
            }
            int finish = input.days().at(meetingDay) - task.leadDays();
            for (UUID after : successors.getOrDefault(task.id(), List.of())) {
                finish = Math.min(finish, latestStart(Objects.requireNonNull(byId.get(after))) - 1);
            }
            return finish;
        }

        private int latestStart(PlanTask task) {
            return finish(task) - daysOf(task) + 1;
        }

        private int daysOf(PlanTask task) {
            return Math.max(1, (task.effortMinutes() + input.minutesADay() - 1) / input.minutesADay());
        }

        private void place(PlanTask task) {
            int last = finish(task);
            // A successor may lie earlier than it must, because its owner has no room later.
            for (UUID after : successors.getOrDefault(task.id(), List.of())) {
                last = Math.min(last, begins.getOrDefault(after, last + 1) - 1);
            }
            // What should have been done already is done today, as far as there is room.
            boolean squeezed = last < today && finish(task) >= today;
            last = Math.min(Math.max(last, today), input.days().count() - 1);
            SortedMap<LocalDate, Integer> minutes = new TreeMap<>();
            int rest = task.effortMinutes();
            int first = last;
            for (int day = last; day >= today && rest > 0; day--) {
                int taken = Math.min(rest, loads.room(task.ownerId(), day));
                if (taken > 0) {
                    take(task, day, taken, minutes);
                    rest -= taken;
                    first = day;
                }
            }
            boolean fits = rest == 0 && !squeezed;
            if (rest > 0) {
                first = press(task, rest, last, minutes);
            }
            begins.put(task.id(), first);
            planned.put(
                    task.id(),
                    new PlannedTask(
                            task,
                            input.days().day(latestStart(task)),
                            input.days().day(finish(task)),
                            minutes,
                            task.effortMinutes() > 0 && latestStart(task) < today,
                            fits));
        }

        /** What finds no room is spread evenly over the days that are left; with none left, it is today's. */
        private int press(PlanTask task, int rest, int last, SortedMap<LocalDate, Integer> minutes) {
            int from = Math.min(today, last);
            int span = last - from + 1;
            for (int n = 0; n < span; n++) {
                int share = rest * (n + 1) / span - rest * n / span;
                if (share > 0) {
                    take(task, from + n, share, minutes);
                }
            }
            return from;
        }

        private void take(PlanTask task, int day, int more, SortedMap<LocalDate, Integer> minutes) {
            loads.add(task.ownerId(), day, more);
            minutes.merge(input.days().day(day), more, Integer::sum);
        }
    }
}
