package org.luoshi.worktime.core;

import static org.luoshi.worktime.core.WorktimeError.LIMIT_OUT_OF_RANGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.DueDate.NamedDay;
import org.luoshi.worktime.Limit;

/** Derives due instants from a calendar, the office's hours and its zone. A pure function, so that it can be checked against a slow one. */
public record DueCalculator(WorkingCalendar calendar, OfficeHours hours, ZoneId zone) {

    /** More than any limit an office sets, small enough that nobody can keep the machine busy. */
    public static final int GREATEST_AMOUNT = 20_000;

    public DueDate due(Instant start, Limit limit) {
        if (limit.amount() < 0 || limit.amount() > GREATEST_AMOUNT) {
            throw LIMIT_OUT_OF_RANGE.with(Map.of("amount", limit.amount(), "greatest", GREATEST_AMOUNT));
        }
        return switch (limit.unit()) {
            case WORKING_DAYS -> workingDays(start, limit);
            case WORKING_HOURS -> workingHours(start, limit);
            case CALENDAR_DAYS -> plain(start, limit, calendarDays(dayOf(start), limit));
            case MONTHS -> plain(start, limit, months(dayOf(start), limit));
        };
    }

    public DueDate endOf(LocalDate day, Instant start) {
        return plain(start, null, day);
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private DueDate workingDays(Instant start, Limit limit) {
        LocalDate day = dayOf(start);
        // Counting the start day itself is counting from the day before.
        LocalDate origin = limit.fromNextDay() && limit.amount() > 0 ? day : day.minusDays(1);
        LocalDate last = calendar.plus(origin, Math.max(1, limit.amount()));
        return counted(start, limit, endOfDay(last), origin.plusDays(1), last);
    }

    /** Minutes on the wall clock of working days; a clock change at night therefore neither gives nor takes time. */
    private DueDate workingHours(Instant start, Limit limit) {
        LocalDateTime begin = firstWorkingMinute(start);
        int minutes = hours.minutesBefore(begin.toLocalTime()) + limit.amount() * 60;
        int perDay = hours.minutesOfDay();
        // A limit that uses up a day exactly ends that evening, not the next morning.
        int days = minutes == 0 ? 0 : (minutes - 1) / perDay;
        LocalDate last = calendar.plus(begin.toLocalDate(), days);
        LocalTime time = limit.amount() == 0 ? begin.toLocalTime() : hours.timeAfter(minutes - days * perDay);
        Instant due = last.atTime(time).atZone(zone).toInstant();
        return counted(start, limit, due, dayOf(start), last);
    }

    private LocalDateTime firstWorkingMinute(Instant start) {
        LocalDateTime begin = start.atZone(zone).toLocalDateTime();
        LocalDateTime minute = begin.truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime full = minute.isBefore(begin) ? minute.plusMinutes(1) : minute;
        if (calendar.isWorking(full.toLocalDate())) {
            LocalTime opening = hours.openingAtOrAfter(full.toLocalTime()).orElse(null);
            if (opening != null) {
                return full.toLocalDate().atTime(opening);
            }
        }
        return calendar.plus(full.toLocalDate(), 1).atTime(hours.timeAfter(0));
    }

    private static LocalDate calendarDays(LocalDate day, Limit limit) {
        return limit.fromNextDay() ? day.plusDays(limit.amount()) : day.plusDays(Math.max(0, limit.amount() - 1));
    }

    /** The same day of the month, or its last day where there is none (31 January + 1 month = 28 or 29 February). */
    private static LocalDate months(LocalDate day, Limit limit) {
        LocalDate same = day.plusMonths(limit.amount());
        boolean wasCut = same.getDayOfMonth() < day.getDayOfMonth();
        return limit.fromNextDay() || wasCut || limit.amount() == 0 ? same : same.minusDays(1);
    }

    private DueDate plain(Instant start, @Nullable Limit limit, LocalDate day) {
        return new DueDate(start, limit, endOfDay(day), List.of(), List.of(), false);
    }

    private DueDate counted(Instant start, Limit limit, Instant due, LocalDate first, LocalDate last) {
        List<NamedDay> skipped = new ArrayList<>();
        List<NamedDay> madeUp = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            SpecialDay special = calendar.specialOn(day).orElse(null);
            if (!calendar.isWorking(day)) {
                skipped.add(new NamedDay(day, special == null ? "" : special.name()));
            } else if (special != null && special.isMadeUp()) {
                madeUp.add(new NamedDay(day, special.name()));
            }
        }
        boolean provisional = !calendar.isAnnounced(first, last);
        return new DueDate(start, limit, due, List.copyOf(skipped), List.copyOf(madeUp), provisional);
    }

    /** The later one where the clock passes 23:59:59 twice. */
    private Instant endOfDay(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
