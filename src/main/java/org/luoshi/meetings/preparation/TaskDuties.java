package org.luoshi.meetings.preparation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.platform.Texts;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** Keeps what owners are held to in step with the day of the meeting: one obligation for each open task, due on its latest finish. */
@Component
class TaskDuties {

    static final String SOURCE = "meetings.preparation";

    private final TaskStore store;
    private final PlanningDesk planning;
    private final PreparationPool pool;
    private final ObligationsApi obligations;
    private final WorktimeApi worktime;
    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;

    TaskDuties(
            TaskStore store,
            PlanningDesk planning,
            PreparationPool pool,
            ObligationsApi obligations,
            WorktimeApi worktime,
            Texts texts,
            ZoneId zone,
            Clock clock) {
        this.store = store;
        this.planning = planning;
        this.pool = pool;
        this.obligations = obligations;
        this.worktime = worktime;
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Works out anew by when each open task has to be done, and moves what its owner owes.
     *
     * @param reason why it moves; kept with each obligation
     */
    void settle(Meeting meeting, String reason) {
        Map<UUID, LocalDate> finishes = planning.latestFinishes(meeting.id(), meeting.day(zone));
        List<NewObligation> owed = new ArrayList<>();
        for (PreparationTask task : store.of(meeting.id())) {
            LocalDate due = finishes.get(task.id());
            if (due == null) {
                continue;
            }
            if (!due.equals(task.dueOn())) {
                store.due(task.id(), due);
            }
            owed.add(obligation(meeting, task, due));
        }
        obligations.oweAll(owed);
        owed.forEach(one -> obligations.move(one.id(), one.due(), reason));
    }

    private NewObligation obligation(Meeting meeting, PreparationTask task, LocalDate due) {
        return new NewObligation(
                task.id(),
                SOURCE,
                meeting.id(),
                pool.unitOf(task.ownerId(), LocalDate.now(clock.withZone(zone)), meeting.unitId()),
                null,
                task.ownerId(),
                "prepare-meeting",
                meeting.title() + "：" + name(task),
                "/meetings/" + meeting.id() + "/preparation",
                before(meeting, worktime.endOf(due, clock.instant()).due()));
    }

    /** What is due on the day of the meeting itself is due when it begins. */
    private static Instant before(Meeting meeting, Instant endOfDay) {
        return endOfDay.isBefore(meeting.startsAt()) ? endOfDay : meeting.startsAt();
    }

    /** As it stands on desks and in the history, where no reader is known yet. */
    String name(PreparationTask task) {
        return task.title() == null
                ? texts.get(Texts.SIMPLIFIED, "meetings.preparation.task." + task.code())
                : task.title();
    }

    void releaseAll(Meeting meeting, String reason) {
        obligations.releaseAllOf(SOURCE, meeting.id(), reason);
    }
}
