package org.luoshi.meetings.planning;

import java.util.List;
import java.util.UUID;

/**
 * Something to prepare.
 *
 * @param effortMinutes what is left of the work
 * @param leadDays finished at least so many working days before the meeting; 0 is its own day
 * @param predecessors tasks of the same meeting that come first; those that are done or dropped are left out
 * @param droppable the meeting can be held without it
 * @param begun its owner has begun or it is out already: given to somebody else only where it must be
 */
public record PlanTask(
        UUID id,
        UUID meetingId,
        UUID ownerId,
        int effortMinutes,
        int leadDays,
        List<UUID> predecessors,
        boolean droppable,
        boolean begun) {

    public PlanTask {
        predecessors = List.copyOf(predecessors);
    }

    PlanTask ownedBy(UUID other) {
        return new PlanTask(id, meetingId, other, effortMinutes, leadDays, predecessors, droppable, begun);
    }
}
