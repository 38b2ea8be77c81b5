package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * When somebody works on a task.
 *
 * @param latestStart on which day at the latest, at the usual pace
 * @param latestFinish the last day on which it is in time
 * @param minutes of work on each day
 * @param late its latest start is over: it cannot be done at the usual pace any more
 * @param fits the whole work lies on days from today to its latest finish with nobody over the limit because of it
 */
public record PlannedTask(
        PlanTask task,
        LocalDate latestStart,
        LocalDate latestFinish,
        SortedMap<LocalDate, Integer> minutes,
        boolean late,
        boolean fits) {

    public LocalDate start() {
        return minutes.isEmpty() ? latestFinish : minutes.firstKey();
    }

    public LocalDate finish() {
        return minutes.isEmpty() ? latestFinish : minutes.lastKey();
    }
}
