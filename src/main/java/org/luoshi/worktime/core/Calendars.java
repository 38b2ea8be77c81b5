package org.luoshi.worktime.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the calendar of this moment in memory; looks at most once a second whether another node has changed it. */
@Component
public class Calendars {

    private static final int NO_YEAR = 0;
    private static final long LOOK_AGAIN_AFTER_NANOS = 1_000_000_000L;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final List<SpecialDay> shipped = ShippedDays.load();
    private volatile @Nullable Known known;

    Calendars(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    public DueCalculator calculator() {
        return current().calculator;
    }

    public WorkingCalendar calendar() {
        return calculator().calendar();
    }

    /** What forms carry so that two editors do not overwrite each other. */
    public long revision() {
        return state().revision();
    }

    /** The next question reads the database again. */
    void forget() {
        known = null;
    }

    private Known current() {
        Known seen = known;
        long now = System.nanoTime();
        if (seen != null && now - seen.lookedAt < LOOK_AGAIN_AFTER_NANOS) {
            return seen;
        }
        State state = state();
        Known fresh = seen != null && seen.revision == state.revision()
                ? new Known(seen.revision, seen.calculator, now)
                : new Known(state.revision(), load(state), now);
        known = fresh;
        return fresh;
    }

    private State state() {
        return jdbc.sql("select revision, hours from worktime.calendar_state")
                .query(State.class)
                .optional()
                .orElse(new State(0, null));
    }

    private DueCalculator load(State state) {
        OfficeHours hours = state.hours() == null
                ? OfficeHours.DEFAULT
                : OfficeHours.parse(state.hours()).orElseThrow();
        Set<Integer> imported = importedYears();
        List<SpecialDay> days = new ArrayList<>(shippedWithout(imported));
        days.addAll(storedExcept(NO_YEAR));
        return new DueCalculator(new WorkingCalendar(days, announced(imported)), hours, zone);
    }

    /** The calendar as it would be with this announcement in place of what is known of its year. */
    WorkingCalendar withYear(int year, List<SpecialDay> announcement) {
        Set<Integer> imported = importedYears();
        imported.add(year);
        List<SpecialDay> days = new ArrayList<>(shippedWithout(imported));
        days.addAll(storedExcept(year));
        days.addAll(announcement);
        return new WorkingCalendar(days, announced(imported));
    }

    private List<SpecialDay> storedExcept(int year) {
        return jdbc.sql("select date, layer, kind, name from worktime.special_day where year is distinct from :year")
                .param("year", year)
                .query(SpecialDay.class)
                .list();
    }

    private List<SpecialDay> shippedWithout(Set<Integer> imported) {
        return shipped.stream()
                .filter(day -> !imported.contains(day.date().getYear()))
                .toList();
    }

    private Set<Integer> importedYears() {
        return new HashSet<>(jdbc.sql("select year from worktime.imported_year")
                .query(Integer.class)
                .list());
    }

    private Set<Integer> announced(Set<Integer> imported) {
        Set<Integer> years = shippedYears();
        years.addAll(imported);
        return years;
    }

    private Set<Integer> shippedYears() {
        return shipped.stream()
                .map(SpecialDay::date)
                .map(LocalDate::getYear)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private record State(long revision, @Nullable String hours) {}

    private record Known(long revision, DueCalculator calculator, long lookedAt) {}
}
