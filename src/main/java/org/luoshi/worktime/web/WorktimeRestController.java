package org.luoshi.worktime.web;

import static org.luoshi.worktime.core.WorktimeError.LIMIT_OUT_OF_RANGE;
import static org.luoshi.worktime.core.WorktimeError.YEAR_OUT_OF_RANGE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.LimitUnit;
import org.luoshi.worktime.WorktimeApi;
import org.luoshi.worktime.core.Calendars;
import org.luoshi.worktime.core.DueCalculator;
import org.luoshi.worktime.core.WorkingCalendar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same calendar for programs. */
@RestController
@RequestMapping("/api/v1/worktime")
class WorktimeRestController {

    private final WorktimeApi worktime;
    private final Calendars calendars;
    private final ZoneId zone;

    WorktimeRestController(WorktimeApi worktime, Calendars calendars, ZoneId zone) {
        this.worktime = worktime;
        this.calendars = calendars;
        this.zone = zone;
    }

    /** @param start instant, local time or day; {@code from}: next (default) or same day */
    @GetMapping("/due")
    Due due(
            @RequestParam String start,
            @RequestParam String amount,
            @RequestParam LimitUnit unit,
            @RequestParam(defaultValue = "next") String from,
            Locale locale) {
        if (!amount.matches("\\d{1,5}")) {
            throw LIMIT_OUT_OF_RANGE.with(Map.of("amount", amount, "greatest", DueCalculator.GREATEST_AMOUNT));
        }
        LimitForm form = new LimitForm(start, amount, unit, from);
        DueDate due = worktime.due(form.startIn(zone), form.limit());
        return new Due(
                due.due().atZone(zone).toOffsetDateTime(),
                due.provisional(),
                due.skipped(),
                due.madeUp(),
                worktime.explain(due, locale));
    }

    /** The days of a year that are not what their weekday says. */
    @GetMapping("/years/{year}")
    Year year(@PathVariable int year) {
        if (year < CalendarController.FIRST_YEAR || year > CalendarController.LAST_YEAR) {
            throw YEAR_OUT_OF_RANGE.plain();
        }
        WorkingCalendar calendar = calendars.calendar();
        List<Day> days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .flatMap(day -> calendar.specialOn(day).stream())
                .map(day -> new Day(
                        day.date(), day.kind().name(), day.name(), day.layer().name()))
                .toList();
        return new Year(year, calendar.isAnnounced(year), days);
    }

    record Due(
            OffsetDateTime due,
            boolean provisional,
            List<DueDate.NamedDay> skipped,
            List<DueDate.NamedDay> madeUp,
            List<String> derivation) {}

    record Year(int year, boolean announced, List<Day> days) {}

    record Day(LocalDate date, String kind, String name, String layer) {}
}
