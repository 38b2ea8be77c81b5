package org.luoshi.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.luoshi.worktime.core.Calendars;
import org.luoshi.worktime.core.DueCalculator;
import org.luoshi.worktime.core.DueText;
import org.springframework.stereotype.Component;

/** Working days and hours as announced by the State Council, with the office's own overlay (domain/working-calendar.md). */
@Component
public class WorktimeApi {

    private final Calendars calendars;
    private final DueText text;

    WorktimeApi(Calendars calendars, DueText text) {
        this.calendars = calendars;
        this.text = text;
    }

    /** The due instant for a limit that starts now or then, with its derivation. */
    public DueDate due(Instant start, Limit limit) {
        return calendars.calculator().due(start, limit);
    }

    /** The end of a given day as a due instant (23:59:59 in the office's zone). */
    public DueDate endOf(LocalDate day, Instant start) {
        return calendars.calculator().endOf(day, start);
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendars.calendar().isWorking(day);
    }

    /** Whole working days that are left after the day of {@code from} up to and including the day of {@code to}; negative when {@code to} is past. */
    public int workingDaysBetween(Instant from, Instant to) {
        DueCalculator calculator = calendars.calculator();
        return calculator.calendar().between(calculator.dayOf(from), calculator.dayOf(to));
    }

    /** The day this many working days after (or before, when negative) that day. */
    public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        return calendars.calendar().plus(day, workingDays);
    }

    /** How it was derived, a sentence per line, in the reader's language: start and rule, days skipped and why, make-up days that counted, the end. */
    public List<String> explain(DueDate due, Locale locale) {
        return text.lines(due, locale);
    }
}
