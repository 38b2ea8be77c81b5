package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened. With kind, time and place of the plan these are the five facts of a valid record; text and files are optional.
 *
 * @param present who was there; never empty
 * @param reasons why somebody who was asked was not there, where that is known
 * @param decided what was decided, or in words that nothing was
 * @param makesGoodFor a day in the earlier period that it makes good for; null: it counts on its own day
 */
public record RecordActivity(
        Set<UUID> present,
        Map<UUID, String> reasons,
        String content,
        String decided,
        List<NewDecision> decisions,
        @Nullable LocalDate makesGoodFor,
        List<UUID> files) {

    /** Something agreed; with owner and day it becomes a task. */
    public record NewDecision(
            String text, @Nullable UUID ownerId, @Nullable LocalDate due) {}
}
