package org.luoshi.worktime.core;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The working days as they are known at one moment. Immutable; a year is worked out when it is first asked for and then answered from
 * cumulative counts, so that a list may ask ten thousand times.
 */
public final class WorkingCalendar {

    private final Map<LocalDate, SpecialDay> specials;
    private final Set<Integer> announced;
    private final Map<Integer, YearDays> years = new ConcurrentHashMap<>();

    /** Later layers win on the same date. */
    WorkingCalendar(Collection<SpecialDay> days, Set<Integer> announced) {
        Map<LocalDate, SpecialDay> byDate = new HashMap<>();
        days.forEach(day -> byDate.merge(day.date(), day, (a, b) -> a.layer().compareTo(b.layer()) > 0 ? a : b));
        this.specials = Map.copyOf(byDate);
        this.announced = Set.copyOf(announced);
    }

    /** The national days that come with the product, nothing else. */
    public static WorkingCalendar shipped() {
        List<SpecialDay> days = ShippedDays.load();
        return new WorkingCalendar(
                days, days.stream().map(day -> day.date().getYear()).collect(Collectors.toSet()));
    }

    /** Has the State Council's announcement for this year been loaded? */
    public boolean isAnnounced(int year) {
        return announced.contains(year);
    }

    public boolean isAnnounced(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!isAnnounced(year)) {
                return false;
            }
        }
        return true;
    }

    public boolean isWorking(LocalDate day) {
        YearDays year = year(day.getYear());
        return year.through[day.getDayOfYear()] > year.through[day.getDayOfYear() - 1];
    }

    public Optional<SpecialDay> specialOn(LocalDate day) {
        return Optional.ofNullable(specials.get(day));
    }

    /** The name a day bears; empty for ordinary days. */
    public String nameOn(LocalDate day) {
        SpecialDay special = specials.get(day);
        return special == null ? "" : special.name();
    }

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        int count = throughInYear(to) - throughInYear(from);
        for (int year = from.getYear(); year < to.getYear(); year++) {
            count += year(year).total();
        }
        return count;
    }

    /** The n-th working day after (before) that day; the day itself for 0. */
    public LocalDate plus(LocalDate day, int workingDays) {
        if (workingDays == 0) {
            return day;
        }
        return workingDays > 0 ? after(day, workingDays) : before(day, -workingDays);
    }

    private LocalDate after(LocalDate day, int workingDays) {
        int year = day.getYear();
        int wanted = throughInYear(day) + workingDays;
        while (wanted > year(year).total()) {
            wanted -= year(year).total();
            year++;
        }
        return year(year).dayOf(wanted);
    }

    private LocalDate before(LocalDate day, int workingDays) {
        int year = day.getYear();
        int wanted = throughInYear(day) - (isWorking(day) ? 1 : 0) - workingDays + 1;
        while (wanted < 1) {
            year--;
            wanted += year(year).total();
        }
        return year(year).dayOf(wanted);
    }

    private int throughInYear(LocalDate day) {
        return year(day.getYear()).through[day.getDayOfYear()];
    }

    private YearDays year(int year) {
        @Nullable YearDays known = years.get(year);
        return known != null ? known : years.computeIfAbsent(year, this::workOut);
    }

    private YearDays workOut(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int[] through = new int[first.lengthOfYear() + 1];
        for (int i = 1; i < through.length; i++) {
            LocalDate day = first.withDayOfYear(i);
            SpecialDay special = specials.get(day);
            boolean working = special == null ? !SpecialDay.isWeekend(day) : special.isWorking();
            through[i] = through[i - 1] + (working ? 1 : 0);
        }
        return new YearDays(year, through);
    }

    /** through[i]: working days from 1 January to the i-th day of the year. */
    private record YearDays(int year, int[] through) {

        int total() {
            return through[through.length - 1];
        }

        LocalDate dayOf(int nthWorkingDay) {
            int at = Arrays.binarySearch(through, nthWorkingDay);
            while (through[at - 1] == nthWorkingDay) {
                at--;
            }
            return LocalDate.ofYearDay(year, at);
        }
    }
}
