package org.luoshi.study.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is behind the figures of one person. */
public record StudyHoursPerson(
        StudyHoursRow row, List<Activity> attended, List<OutsideHours> elsewhere, List<Activity> madeUp) {

    /**
     * An activity of the branch.
     *
     * @param note of what was made up: one line, and when
     */
    public record Activity(UUID id, String title, LocalDate day, BigDecimal hours, String note) {}
}
