package org.luoshi.meetings.after;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting decided.
 *
 * @param handed becomes a matter of the ledger; otherwise it is noted
 * @param requirement what is asked in detail; empty where the text says it all
 * @param itemId the matter, once it was handed over
 */
public record MeetingDecision(
        UUID id,
        UUID meetingId,
        int place,
        String text,
        String requirement,
        boolean handed,
        @Nullable UUID leadUnit,
        List<UUID> coUnits,
        @Nullable LocalDate due,
        @Nullable UUID itemId) {

    /** In code points: the title of a matter of the ledger. */
    public static final int LONGEST = 500;

    /** In code points. */
    public static final int LONGEST_REQUIREMENT = 4_000;
}
