package org.luoshi.worktime.core;

import static org.luoshi.worktime.core.WorktimeError.CHANGED_MEANWHILE;
import static org.luoshi.worktime.core.WorktimeError.DAY_EXISTS;
import static org.luoshi.worktime.core.WorktimeError.HOURS_UNREADABLE;
import static org.luoshi.worktime.core.WorktimeError.NOT_YOURS;
import static org.luoshi.worktime.core.WorktimeError.NO_SUCH_DAY;
import static org.luoshi.worktime.core.WorktimeError.YEAR_OUT_OF_RANGE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.CalendarChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every way the working calendar can change; only by the system administrator, always on record, always told to the rooms. */
@Service
@Transactional
public class CalendarService {

    /** The time line on which all changes of the calendar stand. */
    public static final UUID CALENDAR_ID = UUID.fromString("00000000-0000-7000-8000-0000000ca1e0");

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;

    private final CalendarRows rows;
    private final Calendars calendars;
    private final HistoryApi history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarService(
            CalendarRows rows, Calendars calendars, HistoryApi history, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    public void addLocalDay(LocalDay day, Actor actor) {
        requireKeeper(actor);
        requireYear(day.date().getYear());
        rows.localDay(day.date()).ifPresent(other -> {
            throw DAY_EXISTS.with(Map.of("date", other.date(), "name", other.name()));
        });
        UUID id = TimeOrderedIds.next(clock);
        SpecialDay special = new SpecialDay(day.date(), Layer.LOCAL, day.kind(), day.name());
        rows.insert(id, special, day.source(), null, actor, clock.instant());
        record(id, "added", Map.of("date", day.date(), "kind", day.kind(), "name", day.name()), day.source(), actor);
        changed(Set.of(day.date().getYear()));
    }

    public void removeLocalDay(LocalDate date, Actor actor) {
        requireKeeper(actor);
        LocalDay day = rows.localDay(date).orElseThrow(() -> NO_SUCH_DAY.with(Map.of("date", date)));
        rows.deleteLocal(date);
        record(CALENDAR_ID, "removed", Map.of("date", date, "name", day.name()), null, actor);
        changed(Set.of(date.getYear()));
    }

    /** What loading this announcement would change; writes nothing. */
    @Transactional(readOnly = true)
    public ImportPlan plan(int year, String text, Actor actor) {
        requireKeeper(actor);
        requireYear(year);
        List<SpecialDay> days = Announcement.read(year, text);
        WorkingCalendar before = calendars.calendar();
        WorkingCalendar after = calendars.withYear(year, days);
        List<ImportPlan.Change> changes = new ArrayList<>();
        LocalDate.of(year - 1, 12, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(date -> change(date, before, after))
                .filter(change -> change.wasWorking() != change.isWorking()
                        || !change.nameBefore().equals(change.nameAfter()))
                .forEach(changes::add);
        return new ImportPlan(year, days.size(), List.copyOf(changes), calendars.revision());
    }

    /** Loads a year's announcement in place of what was known of that year. */
    public void importYear(int year, String source, String text, long seenRevision, Actor actor) {
        ImportPlan plan = plan(year, text, actor);
        if (plan.revision() != seenRevision) {
            throw CHANGED_MEANWHILE.plain();
        }
        rows.replaceYear(year, source, actor, clock.instant());
        for (SpecialDay day : Announcement.read(year, text)) {
            rows.insert(TimeOrderedIds.next(clock), day, source, year, actor, clock.instant());
        }
        Map<String, Object> details = Map.of(
                "year", year, "days", plan.days(), "changes", plan.changes().size());
        record(CALENDAR_ID, "imported", details, source, actor);
        Set<Integer> years = new TreeSet<>(Set.of(year));
        plan.changes().forEach(change -> years.add(change.date().getYear()));
        changed(years);
    }

    public void setHours(String text, Actor actor) {
        requireKeeper(actor);
        OfficeHours hours = OfficeHours.parse(text).orElseThrow(HOURS_UNREADABLE::plain);
        rows.saveHours(hours.text());
        record(CALENDAR_ID, "hours-set", Map.of("hours", hours.text()), null, actor);
        forgetNowAndAfterCommit();
    }

    private static ImportPlan.Change change(LocalDate date, WorkingCalendar before, WorkingCalendar after) {
        return new ImportPlan.Change(
                date, before.isWorking(date), before.nameOn(date), after.isWorking(date), after.nameOn(date));
    }

    private void record(
            UUID subject, String action, Map<String, Object> details, @Nullable String reason, Actor actor) {
        history.record(new HistoryFact(CALENDAR_ID, "worktime.calendar", subject, action, details, reason), actor);
    }

    private void changed(Set<Integer> years) {
        rows.nextRevision();
        forgetNowAndAfterCommit();
        years.forEach(year -> events.publishEvent(new CalendarChanged(year)));
    }

    /** Before any listener asks, and for those who asked between the change and its end. */
    private void forgetNowAndAfterCommit() {
        calendars.forget();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCompletion(int status) {
                calendars.forget();
            }

            @Override
            public void afterCommit() {
                calendars.forget();
            }
        });
    }

    private static void requireKeeper(Actor actor) {
        if (!actor.has(Role.SYSTEM_ADMINISTRATOR)) {
            throw NOT_YOURS.plain();
        }
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw YEAR_OUT_OF_RANGE.plain();
        }
    }
}
