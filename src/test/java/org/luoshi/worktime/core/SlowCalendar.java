package org.luoshi.worktime.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Counts the way a person does with a finger on the wall calendar: day by day, minute by minute. */
record SlowCalendar(Map<LocalDate, SpecialDay> days, OfficeHours hours, ZoneId zone) {

    static SlowCalendar of(Iterable<SpecialDay> days, OfficeHours hours, ZoneId zone) {
        Map<LocalDate, SpecialDay> byDate = new TreeMap<>();
        days.forEach(day -> byDate.put(day.date(), day));
        return new SlowCalendar(byDate, hours, zone);
    }

    boolean isWorking(LocalDate day) {
        SpecialDay special = days.get(day);
        if (special != null) {
            return special.kind() == DayKind.WORKING;
        }
        return switch (day.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> false;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> true;
        };
    }

    LocalDate plus(LocalDate day, int workingDays) {
        LocalDate at = day;
        int left = Math.abs(workingDays);
        while (left > 0) {
            at = at.plusDays(Integer.signum(workingDays));
            left -= isWorking(at) ? 1 : 0;
        }
        return at;
    }

    int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorking(day) ? 1 : 0;
        }
        return count;
    }

    /** Ends when that many working minutes have passed on the wall clock. */
    Instant afterWorkingMinutes(Instant start, int minutes) {
        LocalDateTime at = start.atZone(zone).toLocalDateTime();
        if (at.getSecond() > 0 || at.getNano() > 0) {
            at = at.withSecond(0).withNano(0).plusMinutes(1);
        }
        while (!isOpen(at)) {
            at = at.plusMinutes(1);
        }
        int left = minutes;
        while (left > 0) {
            left -= isOpen(at) ? 1 : 0;
            at = at.plusMinutes(1);
        }
        return at.atZone(zone).toInstant();
    }

    private boolean isOpen(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        return isWorking(at.toLocalDate())
                && hours.spans().stream().anyMatch(span -> !time.isBefore(span.from()) && time.isBefore(span.to()));
    }

    static Duration dayLength(LocalDate day, ZoneId zone) {
        return Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone));
    }
}
