package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;

/** A day on which something happened on somebody's way to membership. */
public record RecruitEvent(UUID recruitId, RecruitStep step, LocalDate onDay) {}
