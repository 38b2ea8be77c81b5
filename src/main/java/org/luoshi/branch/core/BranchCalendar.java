package org.luoshi.branch.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.luoshi.notices.CalendarEntry;
import org.luoshi.notices.CalendarSource;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Activities to which a person was asked, for their own calendar; a talk is between two and stays out of it. */
@Component
@Transactional(readOnly = true)
class BranchCalendar implements CalendarSource {

    private final ActivityStore store;
    private final Kinds kinds;
    private final ZoneId zone;

    BranchCalendar(ActivityStore store, Kinds kinds, ZoneId zone) {
        this.store = store;
        this.kinds = kinds;
        this.zone = zone;
    }

    @Override
    public List<CalendarEntry> entriesFor(Actor person, LocalDate from, LocalDate to, Page page) {
        Instant before = to.plusDays(1).atStartOfDay(zone).toInstant();
        return store.ofPerson(person.personId(), from.atStartOfDay(zone).toInstant()).stream()
                .filter(activity -> activity.startsAt().isBefore(before) && !activity.isTalk())
                .filter(activity -> activity.state() != ActivityState.PLANNED)
                .map(activity -> entry(activity, page))
                .toList();
    }

    private CalendarEntry entry(Activity activity, Page page) {
        return new CalendarEntry(
                "branch-activity-" + activity.id(),
                activity.sequence(),
                activity.title(),
                kinds.names(page.locale(), activity.kinds()),
                activity.place(),
                activity.startsAt(),
                activity.endsAt(),
                false,
                activity.state() == ActivityState.CANCELLED,
                "/branch-activities/" + activity.id(),
                activity.changedAt());
    }
}
