package org.luoshi.meetings.agenda;

import java.time.Instant;

/** A topic with its time on the clock. */
public record TimedTopic(int number, Instant from, Instant to, Topic topic) {}
