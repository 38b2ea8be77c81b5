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
 * @param fits the whole work lies on days from today to its latest finish, or on today where that is over, with nobody over the limit
 *     because of it and before what comes after it
 */
public record PlannedTask(
        PlanTask task,
        LocalDate latestStart,
        LocalDate latestFinish,
        SortedMap<LocalDate, Integer> minutes,
        boolean late,
        boolean fits) {

    /** The last day on which it can still be of use: today where its time is over. */
    public LocalDate until(LocalDate today) {
        return latestFinish.isBefore(today) ? today : latestFinish;
    }

    public LocalDate start() {
        return minutes.isEmpty() ? latestFinish : minutes.firstKey();
    }

    public LocalDate finish() {
        return minutes.isEmpty() ? latestFinish : minutes.lastKey();
    }
}
