package org.luoshi.meetings.preparation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.planning.Overload;
import org.luoshi.meetings.planning.Plan;
import org.luoshi.meetings.planning.PlannedTask;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads preparation for pages: the tasks of a meeting, the board of all, who carries what. */
@Component
@Transactional(readOnly = true)
public class PreparationQueries {

    /** How many working days the board looks ahead. */
    public static final int DAYS_AHEAD = 10;

    private final PlanningDesk planning;
    private final TaskStore tasks;
    private final MeetingRights rights;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;

    PreparationQueries(
            PlanningDesk planning,
            TaskStore tasks,
            MeetingRights rights,
            OrganizationApi organization,
            WorktimeApi worktime) {
        this.planning = planning;
        this.tasks = tasks;
        this.rights = rights;
        this.organization = organization;
        this.worktime = worktime;
    }

    /** Where a task stands, computed from its facts, the plan and the day. */
    public enum TaskStanding {
        DONE("done"),
        DROPPED("done"),
        LATE("late"),
        TOO_MUCH("soon"),
        WAITING("soon"),
        BEGUN("ok"),
        OPEN("ok");

        private final String light;

        TaskStanding(String light) {
            this.light = light;
        }

        public String light() {
            return light;
        }
    }

    /**
     * A task with its plan.
     *
     * @param start first planned day; its due day where nothing is planned any more
     */
    public record TaskLine(
            PreparationTask task,
            Meeting meeting,
            String owner,
            TaskStanding standing,
            LocalDate start,
            LocalDate finish,
            LocalDate latestStart,
            boolean mine) {}

    /** The tasks of one meeting with who may take them. */
    public record MeetingTasks(
            Meeting meeting, List<TaskLine> lines, List<PreparationPool.Preparer> pool, boolean keeper) {

        public long open() {
            return lines.stream().filter(line -> line.task().isOpen()).count();
        }

        public long late() {
            return lines.stream()
                    .filter(line -> line.standing() == TaskStanding.LATE)
                    .count();
        }
    }

    public MeetingTasks of(UUID meetingId, Actor viewer) {
        Meeting meeting = rights.visible(meetingId, viewer);
        PlanningDesk.Scene scene = planning.scene();
        Plan plan = scene.plan();
        List<PreparationTask> rows = tasks.of(meetingId);
        Map<UUID, String> names = names(rows, scene);
        List<TaskLine> lines = rows.stream()
                .map(task -> line(task, meeting, plan, names, viewer))
                .toList();
        return new MeetingTasks(
                meeting,
                lines,
                List.copyOf(scene.pool().values()),
                MeetingRights.mayPrepare(meeting, viewer) && meeting.state().isOpen());
    }

    private Map<UUID, String> names(Collection<PreparationTask> rows, PlanningDesk.Scene scene) {
        Set<UUID> ids = new HashSet<>(scene.input().people().keySet());
        rows.forEach(row -> ids.add(row.ownerId()));
        Map<UUID, String> names = new HashMap<>();
        organization.people(ids).values().forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    private TaskLine line(PreparationTask task, Meeting meeting, Plan plan, Map<UUID, String> names, Actor viewer) {
        PlannedTask planned = plan.tasks().get(task.id());
        LocalDate otherwise = task.dueOn();
        return new TaskLine(
                task,
                meeting,
                names.getOrDefault(task.ownerId(), "—"),
                standing(task, planned),
                planned == null ? otherwise : planned.start(),
                planned == null ? otherwise : planned.finish(),
                planned == null ? otherwise : planned.latestStart(),
                task.ownerId().equals(viewer.personId()));
    }

    private static TaskStanding standing(PreparationTask task, @Nullable PlannedTask planned) {
        if (task.doneAt() != null) {
            return TaskStanding.DONE;
        }
        if (task.droppedAt() != null || planned == null) {
            return TaskStanding.DROPPED;
        }
        if (planned.late()) {
            return TaskStanding.LATE;
        }
        if (!planned.fits()) {
            return TaskStanding.TOO_MUCH;
        }
        if (task.waitingSince() != null) {
            return TaskStanding.WAITING;
        }
        return task.begunAt() == null ? TaskStanding.OPEN : TaskStanding.BEGUN;
    }

    /** Minutes of somebody on the next working days; {@code away} on those on which they are not there. */
    public record PersonLoad(UUID personId, String name, String unit, List<DayMinutes> days, int tasks) {}

    public record DayMinutes(LocalDate day, int minutes, boolean away, boolean over) {}

    /** Everybody's load and all open tasks, the most urgent first. */
    public record Board(List<LocalDate> days, List<PersonLoad> people, List<TaskLine> lines, int overloads) {

        public List<TaskLine> in(TaskStanding... standings) {
            Set<TaskStanding> wanted = Set.of(standings);
            return lines.stream()
                    .filter(line -> wanted.contains(line.standing()))
                    .toList();
        }
    }

    public Board board(Actor viewer) {
        if (!MeetingRights.seesAll(viewer)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        PlanningDesk.Scene scene = planning.scene();
        Plan plan = scene.plan();
        List<LocalDate> days = nextDays(scene.input().today());
        Map<UUID, String> names = names(scene.rows().values(), scene);
        List<TaskLine> lines = scene.rows().values().stream()
                .map(task -> {
                    Meeting meeting = scene.meetings().get(task.meetingId());
                    return meeting == null ? null : line(task, meeting, plan, names, viewer);
                })
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((TaskLine line) -> line.task().dueOn())
                        .thenComparing(line -> line.task().place()))
                .toList();
        List<Overload> overloads = plan.overloads();
        return new Board(days, people(scene, plan, days, overloads), lines, overloads.size());
    }

    private List<LocalDate> nextDays(LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today; days.size() < DAYS_AHEAD; day = day.plusDays(1)) {
            if (worktime.isWorkingDay(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private List<PersonLoad> people(
            PlanningDesk.Scene scene, Plan plan, List<LocalDate> days, List<Overload> overloads) {
        Set<String> over = new HashSet<>();
        overloads.forEach(one -> over.add(one.personId() + " " + one.day()));
        Map<UUID, Integer> counts = new HashMap<>();
        scene.rows().values().forEach(task -> counts.merge(task.ownerId(), 1, Integer::sum));
        Set<UUID> shown = new LinkedHashSet<>(scene.pool().keySet());
        shown.addAll(counts.keySet());
        Map<UUID, Person> people = organization.people(shown);
        List<PersonLoad> loads = new ArrayList<>();
        for (UUID person : shown) {
            SortedMap<LocalDate, Integer> minutes = plan.loadOf(person);
            PreparationPool.Preparer preparer = scene.pool().get(person);
            Person named = people.get(person);
            loads.add(new PersonLoad(
                    person,
                    named == null ? "—" : named.name(),
                    preparer == null ? "" : preparer.unit(),
                    days.stream()
                            .map(day -> new DayMinutes(
                                    day,
                                    minutes.getOrDefault(day, 0),
                                    scene.absences().stream()
                                            .anyMatch(one -> one.personId().equals(person) && one.covers(day)),
                                    over.contains(person + " " + day)))
                            .toList(),
                    counts.getOrDefault(person, 0)));
        }
        return loads;
    }
}
