package org.luoshi.meetings.figures;

import org.luoshi.meetings.core.Audience;

/** Meetings held in a period that reached down to one level. */
public record AudienceFigure(Audience audience, int count, long peopleMinutes) {}
