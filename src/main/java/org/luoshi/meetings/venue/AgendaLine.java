package org.luoshi.meetings.venue;

import java.time.Instant;

/**
 * What is on at what time.
 *
 * @param speaker who has the word; empty where it is nobody in particular
 */
public record AgendaLine(Instant startsAt, int minutes, String title, String speaker) {}
