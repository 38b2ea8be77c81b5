package org.luoshi.obligations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Implemented once, by the room that reminds people: that it is alive, and what it will say next. */
public interface ReminderOutlook {

    Outlook outlook();

    /**
     * How reminding stands.
     *
     * @param lastLook when it last looked through all obligations; null: not yet
     * @param lastLookIsOld so long ago that something must be wrong
     * @param next when it will speak next
     * @param lines how many reminders that will be
     */
    record Outlook(@Nullable Instant lastLook, boolean lastLookIsOld, Instant next, int lines, int people) {}
}
