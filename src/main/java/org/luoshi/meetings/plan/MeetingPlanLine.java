package org.luoshi.meetings.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Audience;

/**
 * A meeting that a year is to bring.
 *
 * @param month 1 to 12
 * @param minutes how long it is to be
 * @param meetingId the meeting it became; null until it is proposed
 */
public record MeetingPlanLine(
        UUID id,
        int version,
        int year,
        int month,
        String kind,
        String title,
        Audience audience,
        int people,
        int minutes,
        @Nullable UUID meetingId) {}
