package org.luoshi.meetings.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is written into a proposal; see {@link Meeting}. */
public record NewMeeting(
        String kind,
        String title,
        String purpose,
        Audience audience,
        boolean comprehensive,
        boolean principalsRequired,
        boolean discussion,
        UUID ownerId,
        @Nullable UUID chairId,
        Instant startsAt,
        Instant endsAt,
        String place,
        int expectedPeople,
        int travelMinutes,
        String approvalReference,
        String reasonGiven) {

    /** In code points. */
    public static final int LONGEST_TITLE = 200;

    /** In code points. */
    public static final int LONGEST_PURPOSE = 2_000;

    /** In code points. */
    public static final int LONGEST_LINE = 300;

    /** Heads. */
    public static final int MOST_PEOPLE = 1_000_000;
}
