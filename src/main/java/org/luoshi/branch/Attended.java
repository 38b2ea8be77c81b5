package org.luoshi.branch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An activity of study as one person has it: attended, or missed. */
public record Attended(
        UUID personId, UUID activityId, String title, LocalDate day, List<String> kinds, BigDecimal classHours) {}
