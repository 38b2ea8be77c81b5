package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;

/**
 * What an officer writes down when a matter is drafted or its draft is changed.
 *
 * @param requirements point by point what is asked; each wants its own evidence. Empty: the title is the one point
 * @param limitClass code of a class of limit, counted from the day it is issued; null with {@code due} or without limit
 * @param due a given day instead of a class
 * @param clauseIds clauses of the source that this item answers
 */
public record DraftItem(
        String title,
        @Nullable UUID sourceId,
        List<UUID> clauseIds,
        List<String> requirements,
        @Nullable String limitClass,
        @Nullable LocalDate due,
        Cycle cycle,
        @Nullable Integer cycleDay,
        @Nullable UUID leadUnitId,
        List<CoUnit> coUnits,
        List<NewMilestone> milestones,
        @Nullable UUID parentId,
        @Nullable String label) {

    /** A co-unit with what it has to do and, where it is earlier, its own limit. */
    public record CoUnit(
            UUID unitId, @Nullable String duty, @Nullable LocalDate due) {}

    /** A step on the way, with its own feedback. */
    public record NewMilestone(String title, LocalDate due) {}
}
