package org.luoshi.meetings.planning;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody has more on a day than they should; the limit is 0 on a day on which they are away. */
public record Overload(UUID personId, LocalDate day, int minutes, int limit) {}
