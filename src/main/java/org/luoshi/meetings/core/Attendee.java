package org.luoshi.meetings.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes.
 *
 * @param rank a lower one sits higher; of one rank, the official order of units decides
 * @param site where they sit in a video meeting; empty for the main hall
 * @param substituteFor name of the one in whose place they come
 */
public record Attendee(
        UUID id,
        UUID meetingId,
        @Nullable UUID unitId,
        @Nullable UUID personId,
        String name,
        String title,
        int rank,
        Part part,
        String site,
        @Nullable String telephone,
        @Nullable String substituteFor,
        @Nullable String substituteReason) {

    /** Of those who have no rank. */
    public static final int LOWEST_RANK = 900;

    /** What somebody is there for. */
    public enum Part {
        CHAIR,
        SPEAKER,
        MEMBER,
        LISTENER,
        STAFF
    }
}
