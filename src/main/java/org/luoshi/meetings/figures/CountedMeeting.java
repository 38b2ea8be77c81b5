package org.luoshi.meetings.figures;

import java.time.Instant;
import java.util.UUID;
import org.luoshi.meetings.core.Audience;

/** A meeting as it was counted. */
public record CountedMeeting(
        UUID id, String kind, String title, Instant startsAt, Audience audience, int people, int minutes) {}
