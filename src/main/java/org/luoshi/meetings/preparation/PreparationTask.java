package org.luoshi.meetings.preparation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;

/**
 * Something to prepare for a meeting.
 *
 * @param code of its template; {@code OWN} for one that was added by hand
 * @param title null for one from a template, whose name is a text
 * @param dueOn the last day on which it is in time, as its owner was told
 * @param waitsFor who outside is waited for; null for nobody
 */
public record PreparationTask(
        UUID id,
        int version,
        UUID meetingId,
        String code,
        @Nullable String title,
        int place,
        UUID ownerId,
        int effortMinutes,
        int leadDays,
        List<UUID> predecessors,
        boolean droppable,
        @Nullable String waitsFor,
        @Nullable Instant waitingSince,
        @Nullable Instant begunAt,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy,
        @Nullable String note,
        @Nullable Instant droppedAt,
        @Nullable String droppedReason,
        LocalDate dueOn) {

    public boolean isOpen() {
        return doneAt == null && droppedAt == null;
    }

    /** Its name in the reader's language. */
    public String label(Page page) {
        return title == null ? page.tOrKey("meetings.preparation.task." + code) : title;
    }

    /** Who is waited for, in the reader's language; empty for nobody. */
    public String waits(Page page) {
        return waitsFor == null ? "" : page.tOrKey("meetings.preparation.waits." + waitsFor);
    }
}
