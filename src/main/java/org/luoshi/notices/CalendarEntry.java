package org.luoshi.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One appointment or date of somebody's calendar, in plain words of the reader's language.
 *
 * @param uid unique in the house and the same for ever: a calendar program knows the entry by it
 * @param sequence grows with each change of time or place, and when it is cancelled
 * @param start of an all-day entry any instant of its first day in the office's zone
 * @param end null: it has no length, or lasts the one day; of an all-day entry any instant of its last day
 * @param cancelled shown as called off; an entry that was of no interest is simply left out
 * @param href the page it belongs to, as {@code /ledger/items/…}
 * @param changedAt when it last changed: the same entry says the same until then
 */
public record CalendarEntry(
        String uid,
        int sequence,
        String summary,
        @Nullable String description,
        @Nullable String place,
        Instant start,
        @Nullable Instant end,
        boolean allDay,
        boolean cancelled,
        String href,
        Instant changedAt) {}
