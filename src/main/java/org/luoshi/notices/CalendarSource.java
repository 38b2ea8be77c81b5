package org.luoshi.notices;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;

/** Implemented by rooms as a bean: what of theirs belongs into a person's calendar. */
public interface CalendarSource {

    /**
     * What this person may see and is concerned by between two days (both included); asked each time a calendar program looks, so it
     * must be quick.
     *
     * @param page texts and dates in the language of the calendar; nobody is signed in
     */
    List<CalendarEntry> entriesFor(Actor person, LocalDate from, LocalDate to, Page page);
}
