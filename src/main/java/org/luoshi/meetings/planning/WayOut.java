package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about a late task, with its effect.
 *
 * @param minutesADay for {@link Kind#COMPRESS}: so much on each day that is left, all of it today where none is
 * @param daysOver for {@link Kind#COMPRESS}: on so many days its owner is over the limit then
 * @param affected for {@link Kind#DROP}: so many tasks go on without it
 * @param personId for {@link Kind#HAND_TO}: who has room for it
 * @param helpers for {@link Kind#ASK_FOR_HELP}: so many more people are needed; -1 where there are not so many with room
 * @param until the day by which it is done then
 * @param daysLate for {@link Kind#COMPRESS}: so many working days later than it should be done
 */
public record WayOut(
        Kind kind,
        int minutesADay,
        int daysOver,
        int affected,
        @Nullable UUID personId,
        int helpers,
        LocalDate until,
        int daysLate) {

    /** The four answers to a latest start that is over. */
    public enum Kind {
        COMPRESS,
        DROP,
        HAND_TO,
        ASK_FOR_HELP
    }
}
