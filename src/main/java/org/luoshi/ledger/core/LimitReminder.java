package org.luoshi.ledger.core;

import java.time.Instant;
import java.util.Optional;
import org.luoshi.worktime.WorktimeApi;

/**
 * Which reminder of a limit holds at an instant: computed from the limit and the calendar each time, so that a house that stood still says the
 * one thing that is true now, and not all it has missed.
 *
 * @param number counts the reminders after the limit; else 0
 * @param days working days that are left or have passed
 * @param rule the office's number behind it
 */
record LimitReminder(Stage stage, int number, int days, int rule) {

    /** Where the limit lies. */
    enum Stage {
        BEFORE,
        AT,
        AFTER
    }

    /** The office's numbers; 0 switches one off. */
    record Rules(int before, int onTheDay, int after) {}

    static Optional<LimitReminder> at(Instant now, Instant due, Rules rules, WorktimeApi worktime) {
        if (now.isAfter(due)) {
            int passed = worktime.workingDaysBetween(due, now);
            return rules.after() > 0 && passed >= rules.after()
                    ? Optional.of(new LimitReminder(Stage.AFTER, passed / rules.after(), passed, rules.after()))
                    : Optional.empty();
        }
        int left = worktime.workingDaysBetween(now, due);
        if (left == 0) {
            return rules.onTheDay() > 0
                    ? Optional.of(new LimitReminder(Stage.AT, 0, 0, rules.onTheDay()))
                    : Optional.empty();
        }
        return left <= rules.before()
                ? Optional.of(new LimitReminder(Stage.BEFORE, 0, left, rules.before()))
                : Optional.empty();
    }

    boolean is(String otherStage, int otherNumber) {
        return stage.name().equals(otherStage) && number == otherNumber;
    }
}
