package org.luoshi.meetings.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a planned meeting becomes: what stays is given as it is.
 *
 * @param seenVersion the version somebody looked at; a newer one refuses the move
 * @param reason told to everybody concerned
 */
public record MoveMeeting(
        int seenVersion,
        Instant startsAt,
        Instant endsAt,
        String place,
        @Nullable UUID chairId,
        Audience audience,
        String reason) {}
