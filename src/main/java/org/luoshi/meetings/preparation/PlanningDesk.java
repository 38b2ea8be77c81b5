package org.luoshi.meetings.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingStore;
import org.luoshi.meetings.planning.Plan;
import org.luoshi.meetings.planning.PlanInput;
import org.luoshi.meetings.planning.PlanPerson;
import org.luoshi.meetings.planning.PlanTask;
import org.luoshi.meetings.planning.Planner;
import org.luoshi.meetings.planning.WorkDays;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is to be prepared, who is there and which days are worked, and makes a plan of it. Nothing of a plan is kept. */
@Component
@Transactional(readOnly = true)
public class PlanningDesk {

    /** Working days are numbered that far at least, further where a meeting is planned further ahead. */
    private static final int HORIZON_DAYS = 400;

    private static final int BEFORE_DAYS = 60;

    private final TaskStore tasks;
    private final MeetingStore meetings;
    private final Absences absences;
    private final PreparationPool pool;
    private final WorktimeApi worktime;
    private final int dailyMinutes;
    private final int taskMinutes;
    private final ZoneId zone;
    private final Clock clock;

    PlanningDesk(
            TaskStore tasks,
            MeetingStore meetings,
            Absences absences,
            PreparationPool pool,
            WorktimeApi worktime,
            @Value("${luoshi.meetings.daily-minutes:360}") int dailyMinutes,
            @Value("${luoshi.meetings.task-minutes-a-day:180}") int taskMinutes,
            ZoneId zone,
            Clock clock) {
        this.tasks = tasks;
        this.meetings = meetings;
        this.absences = absences;
        this.pool = pool;
        this.worktime = worktime;
        this.dailyMinutes = dailyMinutes;
        this.taskMinutes = taskMinutes;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Everything that a plan and a page about it need, read once.
     *
     * @param rows the tasks by id
     * @param pool who may take tasks
     */
    public record Scene(
            PlanInput input,
            Map<UUID, PreparationTask> rows,
            Map<UUID, Meeting> meetings,
            Map<UUID, PreparationPool.Preparer> pool,
            List<Absence> absences) {

        public Plan plan() {
            return Planner.plan(input);
        }
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** All open tasks of all meetings that are still to be held. */
    public Scene scene() {
        LocalDate today = today();
        List<PreparationTask> open = tasks.open();
        Set<UUID> ids = open.stream().map(PreparationTask::meetingId).collect(Collectors.toSet());
        Map<UUID, Meeting> byId = new HashMap<>();
        meetings.find(ids).forEach(meeting -> byId.put(meeting.id(), meeting));
        Map<UUID, LocalDate> days = new HashMap<>();
        byId.values().forEach(meeting -> days.put(meeting.id(), notLongAgo(meeting.day(zone), today)));
        Map<UUID, PreparationPool.Preparer> preparers = pool.on(today);
        List<Absence> away = absences.from(today);
        Map<UUID, PreparationTask> rows = new HashMap<>();
        open.forEach(task -> rows.put(task.id(), task));
        List<PlanTask> toPlan = open.stream().map(task -> planTask(task, rows)).toList();
        PlanInput input = new PlanInput(
                today, workDays(today, days.values()), days, toPlan, people(open, preparers, away), taskMinutes);
        return new Scene(input, rows, byId, preparers, away);
    }

    private static LocalDate notLongAgo(LocalDate day, LocalDate today) {
        LocalDate first = today.minusDays(BEFORE_DAYS);
        return day.isBefore(first) ? first : day;
    }

    private WorkDays workDays(LocalDate today, Collection<LocalDate> meetingDays) {
        LocalDate last = Stream.concat(Stream.of(today.plusDays(HORIZON_DAYS)), meetingDays.stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new WorkDays(today.minusDays(BEFORE_DAYS), last, worktime::isWorkingDay);
    }

    private static PlanTask planTask(PreparationTask task, Map<UUID, PreparationTask> open) {
        return new PlanTask(
                task.id(),
                task.meetingId(),
                task.ownerId(),
                task.effortMinutes(),
                task.leadDays(),
                task.predecessors().stream().filter(open::containsKey).toList(),
                task.droppable(),
                task.begunAt() != null);
    }

    private Map<UUID, PlanPerson> people(
            List<PreparationTask> open, Map<UUID, PreparationPool.Preparer> preparers, List<Absence> away) {
        Set<UUID> everybody = new HashSet<>(preparers.keySet());
        open.forEach(task -> everybody.add(task.ownerId()));
        Map<UUID, PlanPerson> people = new HashMap<>();
        for (UUID person : everybody) {
            Set<LocalDate> days = away.stream()
                    .filter(one -> one.personId().equals(person))
                    .flatMap(one -> one.fromDay().datesUntil(one.toDay().plusDays(1)))
                    .collect(Collectors.toSet());
            people.put(person, new PlanPerson(person, dailyMinutes, days));
        }
        return people;
    }

    /** The latest finish of each open task of one meeting, if it were held on that day; of other people's load it does not depend. */
    Map<UUID, LocalDate> latestFinishes(UUID meetingId, LocalDate day) {
        LocalDate today = today();
        List<PreparationTask> open =
                tasks.of(meetingId).stream().filter(PreparationTask::isOpen).toList();
        Map<UUID, PreparationTask> rows = new HashMap<>();
        open.forEach(task -> rows.put(task.id(), task));
        PlanInput input = new PlanInput(
                today,
                workDays(today, List.of(day)),
                Map.of(meetingId, notLongAgo(day, today)),
                open.stream().map(task -> planTask(task, rows)).toList(),
                Map.of(),
                taskMinutes);
        Map<UUID, LocalDate> finishes = new HashMap<>();
        Planner.plan(input).tasks().forEach((id, planned) -> finishes.put(id, planned.latestFinish()));
        return finishes;
    }
}
