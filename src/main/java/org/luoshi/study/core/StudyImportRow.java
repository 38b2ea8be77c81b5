package org.luoshi.study.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of hours, and what it is taken for.
 *
 * @param number as Excel shows it
 * @param choices who may be meant, where more than one may
 * @param hours null where it cannot be taken
 * @param problem key below {@code study.import.problem}; null where there is none
 */
public record StudyImportRow(
        int number,
        String name,
        String title,
        String date,
        String amount,
        String platform,
        State state,
        List<Choice> choices,
        @Nullable UUID personId,
        @Nullable OutsideHours hours,
        @Nullable String problem) {

    /** Somebody of that name. */
    public record Choice(UUID personId, String label) {}

    /** What will become of a row. */
    public enum State {
        NEW("ok"),
        DOUBLED("done"),
        AMBIGUOUS("soon"),
        PROBLEM("late");

        private final String light;

        State(String light) {
            this.light = light;
        }

        public String light() {
            return light;
        }
    }
}
