package org.luoshi.notices.core;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.luoshi.notices.CalendarEntry;
import org.luoshi.notices.CalendarSource;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a person is expected at, out of the same sources as their calendar feed; what is owed by a day is left to the desk's own list. */
@Component
public class Appointments {

    private final ObjectProvider<CalendarSource> sources;

    Appointments(ObjectProvider<CalendarSource> sources) {
        this.sources = sources;
    }

    /** Those between two days (both included) that were not called off, soonest first. */
    public List<CalendarEntry> of(Actor person, LocalDate from, LocalDate to, Page page) {
        return sources.stream()
                .filter(source -> !(source instanceof DueDates))
                .flatMap(source -> source.entriesFor(person, from, to, page).stream())
                .filter(entry -> !entry.cancelled())
                .sorted(Comparator.comparing(CalendarEntry::start))
                .toList();
    }
}
