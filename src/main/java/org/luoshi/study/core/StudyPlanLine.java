package org.luoshi.study.core;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the plan as it is shown.
 *
 * @param lecturer null where nobody is named yet, or the post stands vacant
 * @param at when the activity is or was
 * @param proposedDay a day for the calendar
 * @param mayPlan true where the viewer may put it into the calendar now
 */
public record StudyPlanLine(
        PlanRow row,
        String kindName,
        @Nullable StudyLecturer lecturer,
        String groupName,
        @Nullable String materialTitle,
        State state,
        @Nullable Instant at,
        LocalDate proposedDay,
        boolean mayPlan) {

    /** Read from the activity, never ticked. */
    public enum State {
        /** Not in the calendar; its month is not over. */
        OPEN("soon"),
        IN_CALENDAR("ok"),
        DONE("done"),
        CALLED_OFF("late"),
        /** Its month is over and nothing was held. */
        BEHIND("late");

        private final String light;

        State(String light) {
            this.light = light;
        }

        public String light() {
            return light;
        }
    }

    public boolean isDone() {
        return state == State.DONE;
    }
}
